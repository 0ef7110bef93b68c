using System.Text.RegularExpressions;

namespace SurvBot.Tests.Architecture;

/// <summary>How a type looks and where it lives.</summary>
public sealed partial class ShapeRules
{
    [Fact]
    public void A_file_lies_in_the_folder_its_namespace_names() =>
        Listed(Repository.CSharpFiles("src").Where(file => !IsProgram(file) && DeclaredNamespace(file) != FolderNamespace(file))).ShouldBeEmpty();

    [Fact]
    public void A_class_is_sealed_static_or_abstract() =>
        Listed(Code.Written.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(type => type.FullName!)).ShouldBeEmpty();

    [Fact]
    public void A_name_says_what_the_type_is() =>
        Listed(Code.Written.Where(type => EmptyWord().IsMatch(type.Name)).Select(type => type.FullName!)).ShouldBeEmpty();

    [Fact]
    public void An_interface_is_no_twin_of_its_only_implementation()
    {
        var twins =
            from contract in Code.Written
            where contract.IsInterface
            let implementations = Code.Written.Where(type => type is { IsClass: true, IsAbstract: false } or { IsValueType: true } && Implements(type, contract)).ToList()
            where implementations is [var only] && contract.Name == "I" + only.Name
            select contract.FullName!;
        Listed(twins).ShouldBeEmpty();
    }

    private static bool Implements(Type type, Type contract) =>
        type.GetInterfaces().Any(implemented => (implemented.IsGenericType ? implemented.GetGenericTypeDefinition() : implemented) == contract);

    /// <summary>A file of top-level statements declares no type and so needs no namespace.</summary>
    private static bool IsProgram(string file) => !TypeLine().IsMatch(Repository.Read(file));

    private static string? DeclaredNamespace(string file) => NamespaceLine().Match(Repository.Read(file)) is { Success: true } match ? match.Groups["name"].Value : null;

    private static string FolderNamespace(string file) => string.Join('.', file.Split('/')[1..^1]);

    private static string Listed(IEnumerable<string> guilty) => string.Join('\n', guilty.Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^[\w\s]*\b(class|record|struct|interface|enum|delegate)\s", RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"(Manager|Helpers?|Impl|Base|Common)(`\d+)?$|Util")]
    private static partial Regex EmptyWord();
}
