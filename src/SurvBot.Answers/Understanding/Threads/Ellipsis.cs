using System.Text.RegularExpressions;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>"Why?", "who else?", "is that still true?": all but the asking word is in the earlier question or its answer.</summary>
internal static partial class Ellipsis
{
    /// <summary>Whether nothing but a way of asking was said.</summary>
    public static bool IsOne(string asked) =>
        Fragment.WithoutJoint(asked) is var bare && (Word().IsMatch(bare) || Which().IsMatch(bare) || Others().IsMatch(bare) || Next().IsMatch(bare) || Truth().IsMatch(bare) || Source().IsMatch(bare) || More().IsMatch(bare));

    public static string? Complete(string asked, ThreadMemory memory)
    {
        string bare = Fragment.WithoutJoint(asked);
        // "How many in Beijing?" asks anew and narrows.
        if (Narrowed().Match(bare) is { Success: true } narrowed && Narrowing.IsPlaceOrTime(narrowed.Groups["narrower"].Value) && Complete(narrowed.Groups["word"].Value, memory) is { } wider)
            return Narrowing.Complete(narrowed.Groups["narrower"].Value, wider);
        if (memory.IsOpen || !IsOne(asked))
            return null;
        return Wording.About(Ask(bare, memory), memory.Question.Length > 0 ? memory.Topics : memory.NewNames.Select(name => name.Text).Take(2));
    }

    private static string Ask(string bare, ThreadMemory memory)
    {
        string question = Wording.Uncapitalize(memory.Question);
        string? claim = memory.Claims.Clause;
        if (Source().IsMatch(bare))
            return claim is null ? $"Who said so: {question}" : $"Who said that {claim}";
        if (Truth().Match(bare) is { Success: true } truth)
            return Whether(truth.Groups["still"].Success || memory.Question.Contains(" still ", StringComparison.OrdinalIgnoreCase), question, claim);
        if (Next().IsMatch(bare))
            return claim is null ? $"What happened next: {question}" : $"What happened next, after {claim}";
        if (More().IsMatch(bare) || QuestionShape.Of(memory.Question) is not { } shape)
            return memory.Question.Length == 0 ? $"{bare}: {claim}" : $"{bare}: {question}";
        if (Others().Match(bare) is { Success: true } others)
            return Otherwise(others.Groups["what"].Value, others.Groups["noun"].Value, shape, memory);
        return Reshaping.Ask(Word().Match(bare) is { Success: true } word ? word.Groups["word"].Value : "which", shape, memory);
    }

    private static string Whether(bool still, string question, string? claim) =>
        claim is null ? $"Is it {(still ? "still " : "")}true: {question}" : $"Is it {(still ? "still " : "")}true that {claim}";

    private static string Otherwise(string what, string noun, QuestionShape shape, ThreadMemory memory)
    {
        string rest = $"{shape.Auxiliary} {shape.Rest}".Trim();
        if (shape.IsYesNo && memory.Names is [{ } first, ..] && shape.Rest.StartsWith(first.Text, StringComparison.Ordinal))
            return $"{shape.Auxiliary} anyone besides {shape.Rest}";
        if (shape.IsYesNo)
            return $"What else: {Wording.Uncapitalize(memory.Question)}";
        if (what is "where" or "when" && shape.Asking != what)
            return Reshaping.Ask($"{what} else", shape, memory);
        if (noun.Length > 0)
            return $"Which other {noun} {Verbs.Agreeing(rest, noun)}";
        return shape.Noun.Length > 0 ? $"Which other {shape.Noun} {rest}" : $"{(shape.AsksAround && what.Length > 0 ? what : shape.Asking)} else {rest}";
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    // "When was it?" asks of what happened, "where is it?" and "how big is it?" of a thing.
    [GeneratedRegex(@"^(?!(how|where|who|whose)\b[\w ]* (is|are|was|were|did) (it|they)\b)(?<word>(since|until|from|by) when|when|where|why not|why|how come|how (much|many|long|often|old|far|big|soon|accurate)|for how (long|much)|how|(by|with|for|from|to|against|at|on) (whom|who|what)|who|whom|whose|what for|(in |at |to |for |by |from )?(what|which) (?!ones?\b)[\p{L}-]+|how many (?!of\b|are\b|were\b)[\p{L}-]+)( exactly| precisely| again| not| in total| altogether| overall)?( (is|was|were|did) (that|this|it|they)( happen| so| be)?)?$", Options)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(which|what)( ones?| (of|among) (them|those))?( (is|was|are|were) (it|that|they|those))?$", Options)]
    private static partial Regex Which();

    [GeneratedRegex(@"^(?<word>when|where|why|how many|how much|how|who|which ones?) (?<narrower>(in|since|before|after|during|until|between|last|this|from) .{2,40})$", Options)]
    private static partial Regex Narrowed();

    [GeneratedRegex(@"^((?<what>who|what|where|which|when) (else|others?)|(any |some |which |what )?other (?<noun>[\p{Ll}-]+s)|(are there |is there |were there )?(any|some)(one|body|thing|where)? ?(else|others?|more|other ones)|(the )?others?|(the )?rest|any other examples?|more examples)$", Options)]
    private static partial Regex Others();

    [GeneratedRegex(@"^((so )?what (happened|came|happens|comes|is|was|came of)( (next|then|after( that| this| it)?|afterwards?|later|since( then)?|it))+|then( what)?|what then|what next|what's next|after (that|this)|what (was|were) the (outcome|result|consequences?)|what came of (it|that)|how did (it|that) end)$", Options)]
    private static partial Regex Next();

    [GeneratedRegex(@"^(really|seriously|are you (sure|certain)|(is|was) (that|this|it) (?<still>still )?(really )?(true|right|correct|the case|so|accurate|valid|confirmed|certain|in force)|(?<still>still)( true| so| the case)?|is (that|this) (a )?fact)( today| now)?$", Options)]
    private static partial Regex Truth();

    [GeneratedRegex(@"^((the |your |any )?(sources?|proof|evidence|citations?|links?|references?)|(what|which) (is|are|was|were) (the|your) (sources?|evidence)|according to (whom|who|what)|says who|who (says|said|claims?|claimed|reported|reports|told you|is saying|confirmed)( so| that| this)?|who (says|said|reported) it|where (does|did) (that|this|it) come from|where did you (read|get|find|see) (that|this|it)|which (article|paper|publisher|outlet)( (says|said|reported|wrote) (so|that|this))?|how do you know( that| this)?|who is (that|this) according to|prove it|citation needed)$", Options)]
    private static partial Regex Source();

    [GeneratedRegex(@"^((tell me |say |show me |give me |any |some )?(a bit |a little |much )?more( details?| information| info)?( (about|on) (it|that|this))?|go on|continue|(any |in |more )?details?|elaborate|(please )?explain( that| this| it)?|what do you mean( by (that|this))?|expand|how so|so what|such as|like (what|who|which)|for (example|instance)|(an |any )?examples?|summari[sz]e( it| that| this)?|in short)$", Options)]
    private static partial Regex More();
}
