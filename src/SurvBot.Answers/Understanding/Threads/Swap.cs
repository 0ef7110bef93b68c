using System.Text.RegularExpressions;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>"What about Megvii?": the earlier question is asked of another name, place or thing.</summary>
internal static partial class Swap
{
    public static string? Complete(string asked, ThreadMemory memory)
    {
        if (Fragment.Read(asked) is not { } topic || Pronouns.PointsBack(topic))
            return null;
        return With(topic, memory);
    }

    /// <summary>The earlier question of <paramref name="topic"/>; null when that is a topic of its own.</summary>
    public static string? With(string topic, ThreadMemory memory)
    {
        if (memory.IsOpen)
            return Narrowing.IsOne(topic) ? null : Pronouns.Fill(memory.Question, topic);
        if (memory.Question.Length == 0)
            return null;
        if (Narrowing.Complete(topic, memory.Question) is { } narrowed)
            return narrowed;
        var (words, rest) = Split(topic);
        string article = Article().Match(words).Value, name = words[article.Length..];
        // A topic is no sentence: its first capital makes a name.
        if (Mention.Names($"about {name}") is [_, ..] names)
            return names.Aggregate(name, (left, mention) => left.Replace(mention.Text, "", StringComparison.Ordinal)).Length <= Slack * names.Count ? ThenNarrow(ReplaceName(name, article, names[0].Sort, memory.Question), rest) : null;
        return ThenNarrow(ReplaceSubject(name, memory.Question), rest);
    }

    // " and " may stand between the names that are all of the topic.
    private const int Slack = 5;

    /// <summary>"Cloudwalk in 2018": the name, and what narrows besides.</summary>
    private static (string Words, string Narrower) Split(string topic) =>
        Narrower().Match(topic) is { Success: true, Index: > 0 } narrower ? (topic[..narrower.Index], topic[(narrower.Index + 1)..]) : (topic, "");

    private static string ThenNarrow(string question, string rest) => rest.Length == 0 ? question : Narrowing.Complete(rest, question) ?? Wording.AsQuestion($"{Wording.Bare(question)} {rest}");

    private static string ReplaceName(string name, string article, Sort sort, string question)
    {
        var names = Mention.Names(question);
        if (Preference(sort, article).Select(like => names.Find(mention => mention.Sort == like)).FirstOrDefault(mention => mention is not null) is not { } replaced)
            return sort == Sort.Place ? Wording.AsQuestion($"{Wording.Bare(question)} in {article}{name}") : Beside(article + name, question);
        string before = question[..replaced.Start], after = question[replaced.End..];
        // "The FTC" takes its article with it.
        before = article.Length == 0 ? FinalArticle().Replace(before, "") : before;
        return Wording.AsQuestion($"{before}{(FinalArticle().IsMatch(before) ? "" : article)}{name}{after}");
    }

    // "The Met" is no place: those have no article.
    private static IEnumerable<Sort> Preference(Sort sort, string article) => article.Length > 0 && sort != Sort.Place ? Preference(sort).Where(like => like != Sort.Place) : Preference(sort);

    private static Sort[] Preference(Sort sort) => sort switch
    {
        Sort.Place => [Sort.Place],
        Sort.Person => [Sort.Person, Sort.Name, Sort.Acronym, Sort.Place],
        Sort.Acronym => [Sort.Acronym, Sort.Name, Sort.Person, Sort.Place],
        _ => [Sort.Name, Sort.Person, Sort.Acronym, Sort.Place],
    };

    private static string ReplaceSubject(string noun, string question)
    {
        if (Ones().Match(noun) is { Success: true } ones)
            return Wording.AsQuestion($"{Wording.Bare(question)} ({(ones.Groups["which"].Value)})");
        if (Mention.Subjects(noun) is [{ } subject, ..] && Mention.Subjects(question).FirstOrDefault(mention => mention.Sort == subject.Sort) is { } replaced)
            return Wording.AsQuestion(replaced.ReplaceIn(question, noun));
        return Beside(noun, question);
    }

    private static string Beside(string topic, string question) => Wording.AsQuestion($"{Wording.Bare(question)} as to {topic}");

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^(the|a|an) ", Options)]
    private static partial Regex Article();

    [GeneratedRegex(@"\bthe $", Options)]
    private static partial Regex FinalArticle();

    [GeneratedRegex(@" (in|since|before|after|during|until|between|from|by|this|last|for|with|at|on|against) ", Options)]
    private static partial Regex Narrower();

    [GeneratedRegex(@"^(?<which>.{2,60} ones?)$", Options)]
    private static partial Regex Ones();
}
