using System.Text.RegularExpressions;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Claims;

/// <summary>What a number counts: the first plural after it, before anything that ends a noun phrase.</summary>
/// <param name="Term">Its stem.</param>
/// <param name="Qualifiers">Stems of the words before it.</param>
/// <param name="End">Where it ends in the text.</param>
internal sealed partial record CountedNoun(string Term, IReadOnlyList<string> Qualifiers, int End)
{
    // "28 Chinese public security bureaus": longer noun phrases are rare.
    private const int MostQualifiers = 4, ShortestPlural = 4;

    private static readonly HashSet<string> Irregular = ["people", "men", "women", "children", "police", "staff"];

    private static readonly HashSet<string> Amounts = ["dozens", "hundreds", "thousands", "millions", "billions", "times"];

    /// <summary>The noun that follows <paramref name="start"/>, or null. Letter case does not matter.</summary>
    public static CountedNoun? After(string text, int start)
    {
        var qualifiers = new List<string>();
        for (var word = Next().Match(text, start); word.Success && qualifiers.Count <= MostQualifiers; word = Next().Match(text, word.Index + word.Length))
        {
            string plain = word.Groups["word"].Value.ToLowerInvariant();
            // The pronoun ends a noun phrase; where it stands in one, it is the country.
            if ((StopWords.Contains(plain) && plain != "us") || Amounts.Contains(plain))
                return null;
            string term = Terms.In(plain) is [var stem, ..] ? stem : plain;
            // "Police forces" are forces; "photos of faces" are photos.
            if (IsPlural(plain) && !(Beside().Match(text, word.Index + word.Length) is { Success: true } next && IsPlural(next.Groups["word"].Value.ToLowerInvariant())))
                return new CountedNoun(term, qualifiers, word.Index + word.Length);
            qualifiers.Add(term);
        }
        return null;
    }

    private static bool IsPlural(string word) => Irregular.Contains(word)
        || (word.Length >= ShortestPlural && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i' or '\'' or '’'));

    [GeneratedRegex(@"\G[ \u00A0-]+(of (the |its |their )?)?(?<word>\p{L}[\p{L}\p{Mn}]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Next();

    [GeneratedRegex(@"\G[ \u00A0-](?<word>\p{L}[\p{L}\p{Mn}]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Beside();
}
