namespace SurvBot.Answers.Understanding.Threads;

/// <summary>Asks an earlier question in another way: "who funded it" by "when" is "when was it funded".</summary>
internal static class Reshaping
{
    /// <summary>The question of this shape with <paramref name="word"/> as what it asks.</summary>
    public static string Ask(string word, QuestionShape shape, ThreadMemory memory)
    {
        string asking = Asking(word);
        if (asking is "who" or "which" or "how many" or "whom" || asking.StartsWith("which ", StringComparison.Ordinal))
            return AskForSubject(asking, shape) ?? $"{asking}: {Wording.Uncapitalize(memory.Question)}";
        if (shape.IsYesNo || shape.AsksAround)
            return $"{asking} {shape.Auxiliary} {Without(asking, shape.Rest)}";
        if (shape.AsksForSubject)
            return OfSubject(asking, shape, memory);
        // "What is Viper" has no verb to ask around of.
        return shape.Auxiliary is "is" or "are" or "was" or "were" && shape.Noun.Length == 0 && !Verbs.HasParticiple(shape.Rest)
            ? $"{asking}: {Wording.Uncapitalize(memory.Question)}"
            : $"{asking} {shape.Auxiliary} {WithObject(shape)}";
    }

    private static string Asking(string word) => word.ToLowerInvariant() switch
    {
        "how come" => "why",
        "by who" => "by whom",
        "with who" => "with whom",
        "from who" => "from whom",
        "for who" => "for whom",
        "to who" => "to whom",
        var other => other,
    };

    private static string? AskForSubject(string asking, QuestionShape shape)
    {
        string rest = $"{shape.Auxiliary} {shape.Rest}".Trim();
        if (shape.Noun.Length > 0 && asking is "which" or "how many" && !shape.IsYesNo)
            return $"{asking} {shape.Noun} {rest}";
        if (shape.AsksForSubject)
            return $"{asking} {Verbs.Agreeing(rest, asking)}";
        if (asking.StartsWith("which ", StringComparison.Ordinal))
            return (shape.IsYesNo || shape.AsksAround) && QuestionWording.Read($"{asking}?").Kind is AnswerKind.Date or AnswerKind.Place ? $"in {asking} {rest}" : null;
        if (shape.IsYesNo && Indefinite.Of(shape.Rest) is var (noun, verb))
            return asking == "who" ? $"who {shape.Auxiliary} {verb}" : $"{asking} {noun} {shape.Auxiliary} {verb}";
        if (asking == "how many" && Counted(shape) is { } counted)
            return counted;
        return shape.Auxiliary is "was" or "were" or "is" or "are" && (shape.IsYesNo || shape.AsksAround) ? $"by whom {rest}" : null;
    }

    /// <summary>"Did Leeds buy cameras" asked by "how many": the last word goes first when it can be counted.</summary>
    private static string? Counted(QuestionShape shape)
    {
        int space = shape.Rest.LastIndexOf(' ');
        return space > 0 && Verbs.IsPlural(shape.Rest) && char.IsLower(shape.Rest[space + 1]) ? $"how many {shape.Rest[(space + 1)..]} {shape.Auxiliary} {shape.Rest[..space]}" : null;
    }

    /// <summary>"Buy cameras" asked by "how many cameras" is "buy".</summary>
    private static string Without(string asking, string rest) =>
        asking.StartsWith("how many ", StringComparison.Ordinal) ? rest.Replace($" {asking["how many ".Length..]}", "", StringComparison.Ordinal) : rest;

    private static string WithObject(QuestionShape shape) =>
        shape.Noun.Length == 0 ? shape.Rest : shape.Rest.StartsWith("there", StringComparison.Ordinal) ? $"there {shape.Noun}{shape.Rest[5..]}" : $"{shape.Rest} {shape.Noun}";

    /// <summary>"Which cities banned it" by "why": "why was it banned by cities"; with whom the answer named in their place.</summary>
    private static string OfSubject(string asking, QuestionShape shape, ThreadMemory memory)
    {
        if (asking == "by whom")
            return memory.Question;
        string doer = Referents.Asked(memory) ?? shape.Noun;
        if (shape.Auxiliary.Length > 0)
            return $"{asking} {shape.Auxiliary} {(doer.Length > 0 ? doer : "anyone")} {shape.Rest}";
        return Passive(asking, doer, shape.Rest) ?? $"{asking} is it that {(doer.Length > 0 ? doer : "anyone")} {shape.Rest}";
    }

    private static string? Passive(string asking, string doer, string predicate)
    {
        string[] words = predicate.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int end = Array.FindIndex(words, Math.Min(1, words.Length), word => IsPreposition(word) || Verbs.Participle(word) == word);
        string[] patient = end < 0 ? words[1..] : words[1..Math.Max(1, end)];
        if (patient.Length == 0 || Verbs.Participle(words[0]) is not { } participle)
            return null;
        string verb = Verbs.IsPlural(patient[^1]) ? "were" : "was", tail = end < 0 ? "" : $" {string.Join(' ', words[end..])}";
        string by = doer.Length == 0 || asking.StartsWith("by ", StringComparison.Ordinal) ? "" : $" by {doer}";
        return $"{asking} {verb} {string.Join(' ', patient)} {participle}{by}{tail}";
    }

    private static bool IsPreposition(string word) => word is "in" or "on" or "at" or "for" or "from" or "to" or "by" or "with" or "over" or "against" or "after" or "before" or "since" or "during" or "under" or "into" or "through" or "as" or "about";
}
