namespace SurvBot.Answers.Claims.Aliases;

/// <summary>Names of one organisation or person, as a line of the file of aliases gives them.</summary>
/// <param name="Names">Two or more, the one to show first; one that begins with "the" and ends without a capital is a description ("the Hong Kong start-up").</param>
/// <param name="IsGathered">Whether SurvBot found it in the articles; else a person wrote it.</param>
public sealed record AliasGroup(IReadOnlyList<string> Names, bool IsGathered)
{
    /// <summary>The name to show.</summary>
    public string Shown => Names[0];
}
