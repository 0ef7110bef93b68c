using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Retrieval;

/// <summary>What a person can type into a search: words, "exact words", publisher:NAME, after:DATE and before:DATE.</summary>
/// <remarks>A date is a year, a month, a day or an instant. "after:2018" is from the beginning of 2018 on, "before:2018" is up to it.</remarks>
public static partial class SearchGrammar
{
    private const int NamedExamples = 5;

    /// <summary>Turns <paramref name="text"/>, typed at <paramref name="asOf"/>, into a query over a corpus with these <paramref name="publishers"/>.</summary>
    /// <exception cref="SearchSyntaxException">A filter's value is no date or none of the publishers, or no words are left to search for.</exception>
    public static SearchQuery Parse(string text, DateTimeOffset asOf, IReadOnlyList<string> publishers)
    {
        DateTimeOffset? from = null, before = null;
        var wanted = new List<string>();
        var phrases = new List<string>();
        string words = Part().Replace(Straight(text), part =>
        {
            string value = part.Groups["value"].Value.Trim('"', ' ');
            switch (part.Groups["filter"].Value.ToLowerInvariant())
            {
                case "publisher":
                    wanted.Add(Publisher(value, publishers));
                    return " ";
                case "after":
                    from = Date("after", value).Start;
                    return " ";
                case "before":
                    before = Date("before", value).Start;
                    return " ";
                default:
                    phrases.Add(Spaces().Replace(value, " "));
                    return value;
            }
        });

        words = Spaces().Replace(words, " ").Trim();
        if (words.Length == 0)
            throw new SearchSyntaxException("There are no words to search for: add some, for example 'face recognition publisher:\"The Verge\"'.");
        if (from >= before)
            throw new SearchSyntaxException("Nothing lies between after: and before: as they are given: exchange or drop one of them.");
        return new SearchQuery { Text = words, AsOf = asOf, PublishedFrom = from, PublishedBefore = before, Publishers = wanted, Phrases = phrases };
    }

    private static PartialDate Date(string filter, string value) =>
        PartialDate.TryParse(value, out var date)
            ? date
            : throw new SearchSyntaxException($"{filter}:{value} is not a date: write {filter}:2018, {filter}:2018-04 or {filter}:2018-04-11, without a space.");

    /// <summary>The proper name of the one of <paramref name="publishers"/> that somebody means.</summary>
    /// <exception cref="SearchSyntaxException">It is none of them.</exception>
    public static string Publisher(string value, IReadOnlyList<string> publishers)
    {
        string key = Key(value);
        if (key.Length == 0)
            throw new SearchSyntaxException("publisher: needs a name right behind it, for example publisher:CNN or publisher:\"The Verge\".");
        string? proper = PublisherNames.Named(value);
        return publishers.FirstOrDefault(publisher => publisher == proper || Key(publisher) == key) ?? throw new SearchSyntaxException(Unknown(value, key, publishers));
    }

    private static string Unknown(string value, string key, IReadOnlyList<string> publishers)
    {
        var alike = publishers.Where(publisher => Key(publisher).Contains(key, StringComparison.Ordinal)).Order(StringComparer.OrdinalIgnoreCase).ToList();
        var named = (alike.Count > 0 ? alike : [.. publishers.Order(StringComparer.OrdinalIgnoreCase)]).Take(NamedExamples).Select(publisher => $"\"{publisher}\"");
        string examples = string.Join(", ", named);
        return $"No article is published by \"{value}\"{(examples.Length > 0 ? $": try {examples}" : "")}; 'survbot articles list' names all publishers.";
    }

    /// <summary>What two spellings of one name have in common: letters and digits in lower case, without a leading "the".</summary>
    private static string Key(string name) =>
        string.Concat(LeadingThe().Replace(name.Trim(), "").Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Straight(string text) => text.Replace('“', '"').Replace('”', '"').Replace('„', '"');

    [GeneratedRegex(@"(?<!\S)(?<filter>publisher|after|before):(?<value>""[^""]*""|\S*)|""(?<value>[^""]*\w[^""]*)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^the\s+", RegexOptions.IgnoreCase)]
    private static partial Regex LeadingThe();
}
