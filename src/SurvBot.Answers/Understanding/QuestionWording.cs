using System.Text.RegularExpressions;
using SurvBot.Answers.Understanding.Threads;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding;

/// <summary>Reads from a question's wording what sort of answer it wants.</summary>
internal static partial class QuestionWording
{
    /// <summary>The kind of answer, and the term of the noun that is asked for where the wording names one.</summary>
    public static (AnswerKind Kind, string? Head) Read(string question)
    {
        if (HowMuch().IsMatch(question))
            return (AnswerKind.Money, null);
        if (HowMany().Match(question) is { Success: true } many)
            return CountedIn(many.Groups["head"].Value) is "year" or "month" or "week" or "dai" or "hour" or "minut"
                ? (AnswerKind.Duration, null)
                : (AnswerKind.Number, CountedIn(many.Groups["head"].Value));
        if (HowLong().IsMatch(question))
            return (AnswerKind.Duration, null);
        if (When().IsMatch(question))
            return (AnswerKind.Date, null);
        if (Share().IsMatch(question))
            return (AnswerKind.Number, null);
        if (Price().IsMatch(question))
            return (AnswerKind.Money, null);
        if (Where().Match(question) is { Success: true } where)
            return (AnswerKind.Place, HeadOf(where.Groups["head"].Value));
        if (Says().IsMatch(question))
            return (AnswerKind.Statement, null);
        if (Who().Match(question) is { Success: true } who)
            return (AnswerKind.Name, HeadOf(who.Groups["head"].Value));
        if (Why().IsMatch(question))
            return (AnswerKind.Reason, null);
        if (Define().IsMatch(question))
            return (AnswerKind.Definition, null);
        if (Which().Match(question) is { Success: true } which)
            return (AnswerKind.Any, HeadOf(which.Groups["head"].Value));
        return (Verify().IsMatch(question) ? AnswerKind.YesNo : AnswerKind.Any, null);
    }

    /// <summary>Whether the question asks for the state of things now.</summary>
    public static bool AsksForLatest(string question) => Latest().IsMatch(question);

    /// <summary>Whether the question asks for several things.</summary>
    public static bool AsksForSeveral(string question) => Several().IsMatch(question);

    // "cameras is Vumacam running" → camera: the first word after the question phrase that carries a topic.
    private static string? HeadOf(string words)
    {
        var terms = Terms.In(words);
        return terms.Count == 0 ? null : terms[0];
    }

    // "American airports does CBP …" and "facial recognition bans were …" → the first plural, or else the last word before one that carries no
    // topic; "passed over …" counts what was named before.
    private static string? CountedIn(string words)
    {
        var phrase = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => StopWords.Contains(word.ToLowerInvariant())).TakeWhile(word => !StopWords.Contains(word.ToLowerInvariant())).Take(MostWordsToPlural).ToList();
        // "Police forces" are forces.
        if (phrase.Where((word, i) => Verbs.IsPlural(word.ToLowerInvariant()) && !(i + 1 < phrase.Count && Verbs.IsPlural(phrase[i + 1].ToLowerInvariant()))).FirstOrDefault() is { } counted)
            return HeadOf(counted);
        var run = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => StopWords.Contains(word.ToLowerInvariant()))
            .TakeWhile((word, i) => i < MostWordsCounted && !StopWords.Contains(word.ToLowerInvariant())).ToList();
        return run.Count == 0 || (run.Count == 1 && run[0].EndsWith("ed", StringComparison.OrdinalIgnoreCase)) ? null : HeadOf(run[^1]);
    }

    private const int MostWordsCounted = 2, MostWordsToPlural = 4;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\bhow (much|expensive|costly)\b", Options)]
    private static partial Regex HowMuch();

    [GeneratedRegex(@"\b(how many|(what|the|a|total|exact) (number|count|total) of|by how many)\s+(?<head>.{1,60})", Options)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"\bhow long\b|\bfor how many (days|weeks|months|years)\b", Options)]
    private static partial Regex HowLong();

    [GeneratedRegex(@"(^|[,;:.]\s*|\b(and|since|by|from|until|tell me|know|say)\s+)when\b|\b(what|which) (year|date|day|month|time)\b|\bsince when\b|\bhow (old|recent(ly)?)\b|^(date|year) ", Options)]
    private static partial Regex When();

    [GeneratedRegex(@"\b(what|which) (percentage|percent|proportion|share|fraction|rate|score|odds)\b|\bas a (share|percentage|proportion)\b|\bpercentage of\b", Options)]
    private static partial Regex Share();

    [GeneratedRegex(@"\b(what|which)('s| is| was| were| are)? (the |[\w.'’-]+ ){0,4}(price|cost|fee|fine|penalty|valuation|worth|revenue|budget|sum|amount|salary|settlement)\b|\bworth\?|\bhow big .{0,30}(fine|round|contract)\b|\bwhat (did|does|do|has|have|had|will|is|was) .{1,60}\b(pay|paid|paying|cost|spend|spent|spending|charge|charged)\b|\b(unit|sale|asking|list|market) price\b", Options)]
    private static partial Regex Price();

    [GeneratedRegex(@"(^|[,;:.]\s*|\b(and|from|in|to)\s+)where\b|\b(which|what|name|list|two|three|name the)\s+([\w']+\s){0,3}?(?<head>cit(y|ies)|countr(y|ies)|towns?|states?|places?|provinces?|regions?|counties|county|airports?|locations?|nations?|continents?|islands?)\b", Options)]
    private static partial Regex Where();

    [GeneratedRegex(@"\bwhat (did|does|do|has|have|had|was|were) .{1,80}\b(say|says|said|tell|told|argue|argued|claim|claimed|warn|warned|think|thought|call|called|describe|described|respond|response|reply|explain|criticism|comment|announce|announced)\b|\bhow (did|does|do|has) .{1,80}\b(describe|respond|react|explain|characteri[sz]e|defend|justify|put it|see|view)", Options)]
    private static partial Regex Says();

    [GeneratedRegex(@"\b(who|whose|whom)\b(?<head>)|\b(which|what|name|name the|whose)\s+([\w'-]+\s){0,3}?(?<head>compan(y|ies)|firms?|agenc(y|ies)|persons?|people|vendors?|startups?|start-ups?|organi[sz]ations?|groups?|departments?|universit(y|ies)|retailers?|chains?|officials?|politicians?|senators?|lawmakers?|executives?|researchers?|professors?|journalists?|actors?|actress|players?|teams?|stars?|singers?|athletes?|makers?|suppliers?|contractors?|investors?|outlets?|bod(y|ies)|judges?|mayors?|individuals?|figures?|brands?|banks?|forces?|regulators?|watchdogs?|entit(y|ies))\b", Options)]
    private static partial Regex Who();

    [GeneratedRegex(@"\bwhy\b|\bfor what reasons?\b|\bwhat (reasons?|caused|prompted|led to|made|triggered|was the reason|explains)\b|\bhow come\b|\bon what grounds\b", Options)]
    private static partial Regex Why();

    [GeneratedRegex(@"^\W*(so |ok |and )?(what|who)('s| is| are| was| were) ([\w'’.-]+\s?){1,4}\??$|\bwhat (does|do) [\w'’. -]{1,40} (mean|stand for)\b|^(define|explain) ", Options)]
    private static partial Regex Define();

    [GeneratedRegex(@"\b(which|what|name|list)\s+(?<head>.{1,60})", Options)]
    private static partial Regex Which();

    [GeneratedRegex(@"^\W*(did|does|do|is|are|was|were|has|have|had|can|could|will|would|should)\b", Options)]
    private static partial Regex Verify();

    [GeneratedRegex(@"\b(latest|newest|most recent(ly)?|current(ly)?|right now|nowadays|these days|as of now|at present|up to date|still|so far|today|any news|what's new|what is new)\b", Options)]
    private static partial Regex Latest();

    [GeneratedRegex(@"\b(which|what|name|list)\s+([\w'-]+\s){0,4}?(cities|countries|towns|states|places|companies|firms|agencies|vendors|people|groups|makers|organi[sz]ations|retailers|airports|universities|departments|investors|governments|sources|examples|laws|statutes|two|three|four|five)\b|\bcompar(e|ed|ing)\b|\b(differ|difference|versus|vs)\b|\bwho else\b|\bwhat else\b|\bboth\b|\bbesides\b|\bapart from\b|\bother than\b|\b(and|or) (which|what|who|how|where|when)\b|^(name|list) ", Options)]
    private static partial Regex Several();
}
