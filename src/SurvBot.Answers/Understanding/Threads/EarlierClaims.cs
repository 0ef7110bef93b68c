using System.Text.RegularExpressions;
using SurvBot.Answers.Understanding.Languages;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>What an earlier answer said, without its markers and without what the bot itself added.</summary>
internal sealed partial record EarlierClaims(IReadOnlyList<string> Sentences)
{
    // What a person has in mind of an answer is its beginning.
    private const int Remembered = 3, LongestAnswer = 1200, LongestClause = 160;

    public static readonly EarlierClaims None = new([]);

    /// <summary>The first sentences of an answer's text; none for an abstention, which claims nothing.</summary>
    public static EarlierClaims Of(string? answer)
    {
        answer = answer is null ? null : LanguageNotices.Without(answer);
        if (string.IsNullOrWhiteSpace(answer) || Abstention().IsMatch(answer))
            return None;
        string text = Added().Replace(answer[..Math.Min(answer.Length, LongestAnswer)], "");
        return new EarlierClaims([.. SentenceSplitter.Split(text).Select(span => Spaces().Replace(text[span.Start..span.End], " ")).Where(sentence => sentence.Contains(' ')).Take(Remembered)]);
    }

    /// <summary>The first sentence as a clause that "who said that …" can go before; null when nothing was claimed.</summary>
    public string? Clause
    {
        get
        {
            if (Sentences.Count == 0)
                return null;
            string sentence = Wording.Clip(Attribution().Replace(Sentences[0], "").Trim('"', '“', '”', ' '), LongestClause).TrimEnd('.', '!', '…', ',', ' ');
            return Wording.Uncapitalize(sentence);
        }
    }

    /// <summary>Proper names in the sentences, also the first word of one ("Megvii raised …") where a verb follows.</summary>
    public IReadOnlyList<Mention> Names => [.. Sentences.SelectMany(NamesIn).DistinctBy(name => name.Text)];

    private static IEnumerable<Mention> NamesIn(string sentence)
    {
        var names = Mention.Names(sentence);
        return Opener().Match(sentence) is { Success: true } opener && names.All(name => name.Start > 0) && Mention.Subjects(opener.Groups["name"].Value).Count == 0
            ? names.Prepend(new Mention(opener.Groups["name"].Value, 0, Sorts.Of(opener.Groups["name"].Value)))
            : names;
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\s*(I found nothing|The question names nothing|Who or what do you mean|The indexed articles are about other)", Options)]
    private static partial Regex Abstention();

    // Markers, the date behind a sentence with a relative time, and the line that warns of old evidence.
    [GeneratedRegex(@"\s*\[\d{1,3}\]|\s*\((undated, retrieved )?(\d{1,2} )?([A-Z][a-z]{2,8} )?\d{4}\)|^The newest article found on this is from [\w ]{4,20}\.", Options)]
    private static partial Regex Added();

    // "…, said its director": who says so is asked for, or does not matter.
    [GeneratedRegex(@",[”""]? (said|says|according to|he said|she said|[A-Z]\w+ ([A-Z]\w+ )?(said|says)) [^,]{2,120}[.]?$", Options)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"\s+", Options)]
    private static partial Regex Spaces();

    // "Police said", "Researchers found" and "Surveillance has" open with a common noun.
    [GeneratedRegex(@"^(?!(The|This|That|These|It|He|She|They|His|Her|Its|Police|Officials|Privacy|Surveillance|Technology|Nobody|Everyone|Today)\b)(?<name>[A-Z]\p{L}+)(?<!s)( and [A-Z]\w+|,| is| was| has| had| will| would| says?| sells?| makes?| made| sold| bought| built| won| led| paid| \w{2,12}ed)\b", Options)]
    private static partial Regex Opener();
}
