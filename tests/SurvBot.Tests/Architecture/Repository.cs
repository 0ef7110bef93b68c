namespace SurvBot.Tests.Architecture;

/// <summary>The clone that the tests were built in, for the rules that read files.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Text of a file named by its path from the root, with forward slashes.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>C# files under <paramref name="folder"/>, as paths from the root with forward slashes; build output left out.</summary>
    public static IReadOnlyList<string> CSharpFiles(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SurvBot.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"no SurvBot.sln above {AppContext.BaseDirectory}");
    }
}
