using System.Text.RegularExpressions;

namespace SurvBot.Answers.Checking;

/// <summary>What is alleged, planned, possible or said by somebody in the backing is no plain fact in the draft.</summary>
internal static partial class HedgeCheck
{
    public static string? Find(Backing backing)
    {
        if (backing.Sentences.Count == 0)
            return null;
        string draft = backing.Draft.Text, source = backing.Sentences[0].Text;
        if (Alleged().Match(source) is { Success: true } alleged && !Alleged().IsMatch(draft) && !Said().IsMatch(draft) && !Open().IsMatch(draft) && IsShared(backing, Around(backing, alleged)))
            return alleged.Value;
        if (Open().Match(source) is { Success: true } open && !Open().IsMatch(draft) && !Said().IsMatch(draft) && SharesItsDeed(backing, open))
            return open.Value;
        return Says().Match(source) is { Success: true } said && !Said().IsMatch(draft) && !Alleged().IsMatch(draft) && !Open().IsMatch(draft) && Governs(backing, said) ? said.Value : null;
    }

    /// <summary>Whether what the hedge governs is what the draft tells.</summary>
    private static bool SharesItsDeed(Backing backing, Match hedge)
    {
        var governed = backing.Sentences[0].Parts.Words.Where(word => word.Start >= hedge.Index + hedge.Length && word.Term.Length > 0).Take(2);
        return governed.Any(word => backing.Draft.Terms.Contains(word.Term));
    }

    /// <summary>Words that an "alleged" may be said of.</summary>
    private static IEnumerable<SentenceWord> Around(Backing backing, Match hedge)
    {
        var words = backing.Sentences[0].Parts.Words.Where(word => word.Term.Length > 0).ToList();
        return words.Where(word => word.Start >= hedge.Index + hedge.Length).Take(3).Concat(words.Where(word => word.End <= hedge.Index).TakeLast(1));
    }

    private static bool IsShared(Backing backing, IEnumerable<SentenceWord> words) => words.Any(word => backing.Draft.Terms.Match(word.Term) > 0);

    /// <summary>Whether the draft tells what is said: what follows "X said", or what stands before a closing ", X said".</summary>
    private static bool Governs(Backing backing, Match said)
    {
        var source = backing.Sentences[0];
        var after = source.Parts.Words.Where(word => word.Start >= said.Index + said.Length && word.Term.Length > 0).ToList();
        int shared = after.Count(word => backing.Draft.Terms.Match(word.Term) > 0);
        bool isLast = after.Count <= 6 || source.Text[(said.Index + said.Length)..].IndexOf(',', StringComparison.Ordinal) is > 0 and < 40;
        // "Said it will", "said it had": of an act of one's own nobody doubts that it is so.
        bool isOwnAct = OwnAct().IsMatch(source.Text, said.Index + said.Length);
        return !isOwnAct && (isLast || shared >= 3);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(according to|said|says|told|argue[sd]|claim(s|ed)|warn(s|ed)|believes?|estimates|insist(s|ed))\b", Options)]
    private static partial Regex Says();

    [GeneratedRegex(@"\G( on \w+)?( that)? (it|he|she|they|his|her|its|their)\b", Options)]
    private static partial Regex OwnAct();

    [GeneratedRegex(@"\b(alleg\w+|reportedly|accus(ed|es|ing|ations?)|purported(ly)?|suspect(ed|s)?|rumou?r(s|ed)?|supposed(ly)?|claim(s|ed|ing)?|apparently|believed)\b", Options)]
    private static partial Regex Alleged();

    // "May" is a month.
    [GeneratedRegex(@"\b(plan(s|ned|ning)?|will|would|propos(e|es|ed|al|als)|intend(s|ed)?|aim(s|ed)?|expect(s|ed)?|(?-i:may)|might|could|consider(s|ed|ing)?|seek(s|ing)?|sought|in talks|hop(es|ed|ing)|likely|possibl[ye]|potential(ly)?|set to|due to|if|want(s|ed)?|draft|scheduled|target(s|ed|ing)?|would-be|about to|goal|prepar(e|es|ed|ing)|estimat(e|es|ed)|should|is to|are to|was to|were to|going to)\b", Options)]
    private static partial Regex Open();

    [GeneratedRegex(@"\b(according to|said|says|say|saying|told|tells|argued?|argues|arguing|warn(ed|s|ing)|stated|testified|wrote|writes|believes?|estimates?|estimated|suggest(s|ed)?|announced|denied|denies|insist(s|ed)?|acknowledged|admitted|describe[ds]?|called|calls|report(s|ed)|claim(s|ed)?|found|finds|concluded|confirmed|added|explained|noted|maintains?|contends?|statement|in the words of|criticized|criticised|condemned|urged|promised|show(s|ed)?|disclosed|revealed|alleg\w+|reportedly|accus(ed|es)|think(s)?|put(s)? it|cites?|cited|quoted?|declared|expressed|asserts?|asserted|complain(s|ed)|in the opinion of|in the view of|puts?|tweeted|posted|predict(s|ed)|forecasts?|disput(es|ed)|sees)\b", Options)]
    private static partial Regex Said();
}
