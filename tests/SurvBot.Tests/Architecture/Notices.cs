using System.Text.RegularExpressions;

namespace SurvBot.Tests.Architecture;

/// <summary>What the program is built with is named together with its licence.</summary>
public sealed partial class Notices
{
    [Theory, InlineData("SurvBot.Corpus"), InlineData("SurvBot.Answers"), InlineData("SurvBot.Bot")]
    public void Every_referenced_package_is_in_the_third_party_notices(string project)
    {
        string notices = Repository.Read("THIRD-PARTY-NOTICES.md");
        foreach (Match package in PackageName().Matches(Repository.Read($"src/{project}/{project}.csproj")))
            notices.ShouldContain($"| {package.Groups["name"].Value} |", customMessage: "name its licence in THIRD-PARTY-NOTICES.md");
    }

    [GeneratedRegex("<PackageReference Include=\"(?<name>[^\"]+)\"")]
    private static partial Regex PackageName();
}
