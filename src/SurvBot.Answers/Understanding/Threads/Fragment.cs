using System.Text.RegularExpressions;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>A follow-up that is no sentence: "and Hikvision?", "what about in Europe?", "2021?".</summary>
internal static partial class Fragment
{
    private const int MostTerms = 3, MostTermsWhenJoined = 6;

    /// <summary>The words that a follow-up puts beside the earlier question, or null when it is a question of its own.</summary>
    public static string? Read(string asked)
    {
        string bare = WithoutJoint(asked);
        if (About().Match(bare) is { Success: true } about)
            return WithoutJoint(about.Groups["topic"].Value);
        if (SameVerb().Match(bare) is { Success: true } same && Mention.Names($"about {same.Groups["topic"].Value}") is [{ } only] && only.Text.Length >= same.Groups["topic"].Length - 4)
            return same.Groups["topic"].Value;
        int terms = Terms.In(bare).Count;
        return bare.Length == 0 || Sentence().IsMatch(bare) || terms > (bare.Length < Wording.Bare(asked).Length ? MostTermsWhenJoined : MostTerms) ? null : bare;
    }

    /// <summary>Without "and", "ok, but" before it and the mark behind it.</summary>
    public static string WithoutJoint(string text)
    {
        string bare = Wording.Bare(text);
        while (Joint().Match(bare) is { Success: true } joint && joint.Length < bare.Length)
            bare = bare[joint.Length..];
        return bare;
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^(and|but|so|or|ok|okay|hm+|oh|ah|well|yes|right|alright|great|cool|nice|good|wow|perfect|interesting|understood|i see|got it|thanks a lot|thanks|thank you|thx|also|plus|please|hey|hi|um|eh)\b[\s,.!:;–—-]*", Options)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^((what|how) about|what of|(and )?(the )?same( question)? (for|about|with)|compared (to|with)|versus|vs\.?|as for|regarding|concerning|now for) (?<topic>.{1,120}?)( then| too| as well| though| instead)?$", Options)]
    private static partial Regex About();

    // "Did Oakland?": the verb is the earlier question's.
    [GeneratedRegex(@"^(did|does|do|is|are|was|were|has|have|had|can|could|will|would)(n't| not)? (?<topic>(the )?[\w.&'’ -]{2,40}?)( too| as well| also| either)?$", Options)]
    private static partial Regex SameVerb();

    [GeneratedRegex(@"^(who|whom|whose|what|what's|whats|which|when|where|why|how|did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|may|might|name|list|tell|show|explain|compare|give|describe|find|summari[sz]e|define|i|i'm|we|you|(in|at|by|for|from|on|to|with|of|since|until|under) (which|what|whom|whose|when|how))\b", Options)]
    private static partial Regex Sentence();
}
