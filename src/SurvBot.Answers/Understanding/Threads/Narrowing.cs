using System.Text.RegularExpressions;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>"And in Europe?", "2021?", "by the police?": the earlier question with another place, time or circumstance.</summary>
internal static partial class Narrowing
{
    // Only the words of a time are wanted here, not what they mean: any day will do.
    private static readonly DateTimeOffset AnyDay = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The question with <paramref name="words"/> in place of what is like them; null when they narrow nothing.</summary>
    public static string? Complete(string words, string question)
    {
        if (TimeIn(words) is { } time && Terms.In(words.Replace(time, "", StringComparison.Ordinal)).Count == 0)
            return AtTime(words, question);
        if (Preposition().Match(words) is not { Success: true } opening)
            return Places.Holds(words) && Mention.Names(question).Exists(name => name.Sort == Sort.Place) ? AtPlace("", words, question) : null;
        string preposition = opening.Groups["word"].Value, rest = words[opening.Length..], bare = Article().Replace(rest, "");
        if (Places.Holds(bare))
            return AtPlace(preposition, rest, question);
        return Circumstance(preposition, rest, bare, question) ?? Append(question, words);
    }

    /// <summary>Whether the words narrow by a time or place, or begin as what narrows does.</summary>
    public static bool IsOne(string words) => TimeIn(words) is not null || Preposition().IsMatch(words) || Places.Holds(words);

    /// <summary>Whether the words are nothing but a time or a place.</summary>
    public static bool IsPlaceOrTime(string words) =>
        (TimeIn(words) is { } time && Terms.In(words.Replace(time, "", StringComparison.Ordinal)).Count == 0)
        || (Preposition().Match(words) is { Success: true } opening && Places.Holds(Article().Replace(words[opening.Length..], "")));

    private static string AtTime(string words, string question)
    {
        string when = BareYear().IsMatch(words) ? $"in {words}" : words;
        if (TimeIn(question) is not { } replaced)
            return Append(question, when);
        string preposition = BareYear().IsMatch(words) && Preposition().Match(replaced) is { Success: true } kept ? kept.Value : "";
        return Wording.AsQuestion(question.Replace(replaced, preposition.Length > 0 ? preposition + words : when, StringComparison.Ordinal));
    }

    private static string AtPlace(string preposition, string place, string question)
    {
        var places = Mention.Names(question).Where(name => name.Sort == Sort.Place).ToList();
        string wording = preposition.Length > 0 ? $"{preposition} {place}" : place;
        // The last place that something is in; else the first of all.
        var stated = places.FindLast(name => PlaceBefore().IsMatch(question[..name.Start])) ?? places.FirstOrDefault();
        if (stated is null)
            return Append(Nationality().Replace(question, ""), preposition.Length > 0 ? wording : $"in {place}");
        string before = question[..stated.Start], after = question[stated.End..];
        if (PlaceBefore().Match(before) is { Success: true } phrase)
            return Wording.AsQuestion(preposition.Length > 0 ? $"{before[..phrase.Index]} {wording}{after}" : $"{FinalArticle().Replace(before, "")}{place}{after}");
        // "US cities" is of a place as an adjective is; "did Boston ban" does something itself.
        return preposition.Length > 0 && IsAdjective(stated, before, after)
            ? Append($"{before.TrimEnd()}{after}", wording)
            : Wording.AsQuestion($"{FinalArticle().Replace(before, "")}{place}{after}");
    }

    // "The US" is a country, "US" without its article is an adjective.
    private static bool IsAdjective(Mention place, string before, string after) =>
        after.Length > 1 && after[0] == ' ' && char.IsLower(after[1]) && (!Subject().IsMatch(before) || (place is { Sort: Sort.Place, HasArticle: false } && place.Text is "US" or "UK" or "EU" or "USA"));

    /// <summary>"By the police" in place of "by schools", "from Candiru" in place of "from NSO Group".</summary>
    private static string? Circumstance(string preposition, string rest, string bare, string question)
    {
        var sort = Mention.Subjects(bare) is [{ } subject, ..] ? subject.Sort : (Sort?)null;
        bool named = sort is null && Mention.Names($"about {bare}").Count > 0;
        foreach (var like in Mention.Subjects(question).Where(mention => mention.Sort == sort).Concat(Mention.Names(question).Where(_ => named)))
            if (FinalWord(question[..like.Start], preposition) is { } start)
                return Wording.AsQuestion($"{question[..start]}{preposition} {rest}{question[like.End..]}");
        return null;
    }

    /// <summary>Where the text ends with the preposition (and an article), its offset.</summary>
    private static int? FinalWord(string text, string preposition)
    {
        string without = FinalArticle().Replace(text, "").TrimEnd();
        return without.EndsWith($" {preposition}", StringComparison.OrdinalIgnoreCase) ? without.Length - preposition.Length : null;
    }

    private static string? TimeIn(string text) => Now().Match(text) is { Success: true } now ? now.Value : TimeExpressions.Find(text, AnyDay)?.Phrase;

    private static string Append(string question, string words) => Wording.AsQuestion(Wording.OneLine($"{Wording.Bare(question)} {words}"));

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^(?<word>in|at|on|by|for|with|from|since|before|after|until|during|within|under|against|across|outside|among|between|to|of|about|without|via|near|per|inside|around|throughout|through)\s+", Options)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"^(the|a|an|all of|all|other|parts of) ", Options)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(the|a|an) $", Options)]
    private static partial Regex FinalArticle();

    [GeneratedRegex(@"\s(in|across|within|throughout|outside|inside|around|near|from|of|for|at)( the)? $", Options)]
    private static partial Regex PlaceBefore();

    [GeneratedRegex(@"^(did|does|do|is|are|was|were|has|have|had|can|could|will|would|should)( the)? $|\b(did|does|do|is|are|was|were|has|have|had|will)( the)? $(?<!\b(which|what) \w+ the )", Options)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(American|Chinese|British|Russian|European|Indian|French|German|Israeli|Australian|Canadian|Japanese|Korean|African|Asian|Mexican|Brazilian|Italian|Spanish|Dutch|Swiss|Swedish|Turkish|Iranian|Saudi|Ukrainian|English|Irish|Scottish|Polish|Greek|Hungarian|Serbian) (?=\p{Ll})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Nationality();

    [GeneratedRegex(@"^((19|20)\d\d|(January|February|March|April|May|June|July|August|September|October|November|December)( (19|20)\d\d)?)$", Options)]
    private static partial Regex BareYear();

    [GeneratedRegex(@"^(now|nowadays|currently|recently|these days|at the moment|right now|lately|so far)$", Options)]
    private static partial Regex Now();
}
