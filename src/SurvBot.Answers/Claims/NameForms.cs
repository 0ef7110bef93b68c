using System.Text.RegularExpressions;

namespace SurvBot.Answers.Claims;

/// <summary>Tells whether two names can be of one company, agency or person: "SenseTime Group Ltd" and "SenseTime", "FTC" and "Federal Trade Commission".</summary>
internal static partial class NameForms
{
    private const int ShortestSurname = 4;

    /// <summary>Without regard to letter case, a company's legal form, possessives and a leading "the".</summary>
    public static bool AreOne(string one, string other)
    {
        string[] a = Words(one), b = Words(other);
        if (a.Length == 0 || b.Length == 0)
            return false;
        if (a.SequenceEqual(b) || IsAcronymOf(a, b) || IsAcronymOf(b, a))
            return true;
        var (few, many) = a.Length < b.Length ? (a, b) : (b, a);
        // A company is called by how its name begins ("Clearview AI"), a person by how it ends.
        return few.Length < many.Length && few[0].Length >= ShortestSurname && (many.Take(few.Length).SequenceEqual(few) || (few.Length == 1 && many[^1] == few[0]));
    }

    /// <summary>What is the same for all spellings of a name; empty for what is no name.</summary>
    public static string Key(string name) => string.Join(' ', Words(name));

    private static bool IsAcronymOf(string[] acronym, string[] name) =>
        acronym.Length == 1 && name.Length > 1 && acronym[0] == string.Concat(name.Where(word => word is not ("of" or "and" or "for")).Select(word => word[0]));

    private static string[] Words(string name)
    {
        var words = Word().Matches(name).Select(match => match.Value.ToLowerInvariant()).SkipWhile(word => word == "the").ToList();
        while (words.Count > 1 && LegalForm().IsMatch(words[^1]))
            words.RemoveAt(words.Count - 1);
        return [.. words];
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?=['’]s\b)|(?<!['’])[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(group|holdings?|ltd|limited|inc|incorporated|corp|corporation|co|company|companies|llc|plc|gmbh|ag|sa|pte|technology|technologies)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LegalForm();
}
