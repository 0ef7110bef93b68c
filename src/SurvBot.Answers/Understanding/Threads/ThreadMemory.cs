namespace SurvBot.Answers.Understanding.Threads;

/// <summary>What is remembered of a thread: its last question, made to stand alone, what was answered, and the names that were spoken of before.</summary>
/// <param name="Question">The last question that can be leaned on; empty at the beginning.</param>
/// <param name="Claims">What it was answered with.</param>
/// <param name="Earlier">Names of the turns before, the latest first.</param>
/// <param name="IsOpen">Whether the last question still waits for what it leans on ("Who led it?").</param>
internal sealed record ThreadMemory(string Question, EarlierClaims Claims, IReadOnlyList<Mention> Earlier, bool IsOpen)
{
    private const int MostNames = 20, LongestGist = 70;

    public static readonly ThreadMemory Empty = new("", EarlierClaims.None, [], false);

    /// <summary>Whether there is anything to lean on.</summary>
    public bool HasTopic => (Question.Length > 0 && !IsOpen) || Claims.Sentences.Count > 0 || Earlier.Count > 0;

    /// <summary>The names of the last question.</summary>
    public IReadOnlyList<Mention> Names => Mention.Names(Question);

    /// <summary>Names that the answer brought up.</summary>
    public IReadOnlyList<Mention> NewNames => [.. Claims.Names.Where(name => !Question.Contains(name.Text, StringComparison.OrdinalIgnoreCase) && !Names.Any(known => name.Text.Contains(known.Text, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>Names and technologies of the last question; where it has no names, all of it that carries a topic.</summary>
    public IReadOnlyList<string> Topics
    {
        get
        {
            IReadOnlyList<string> topics = [.. Names.Concat(Mention.Subjects(Question).Where(subject => subject.Sort == Sort.Technology)).Select(mention => mention.Text)];
            return Question.Length == 0 || Names.Count > 0 ? topics : [Gist];
        }
    }

    /// <summary>The last question without what it asks with: "Oakland ordinance passed unanimously".</summary>
    public string Gist => QuestionShape.Of(Question) is { } shape ? $"{shape.Noun} {shape.Rest}".Trim() : Wording.Bare(Question);

    /// <summary>What a word that nothing can take the place of is about.</summary>
    public IReadOnlyList<string> Matter => Question.Length == 0 ? [.. NewNames.Concat(Earlier).Select(name => name.Text).Take(2)] : Gist.Length <= LongestGist ? [Gist] : Topics;

    /// <summary>The memory after one more turn.</summary>
    public ThreadMemory After(StandaloneQuestion asked, EarlierClaims claims)
    {
        if (string.IsNullOrWhiteSpace(asked.Text))
            return claims.Sentences.Count == 0 ? this : new ThreadMemory("", claims, Passed(), false);
        return new ThreadMemory(Spelled(asked.Text, claims), claims, Passed(), asked.LeansOnNothing);
    }

    private IReadOnlyList<Mention> Passed() => [.. Names.Concat(Claims.Names).Concat(Earlier).DistinctBy(name => name.Text).Take(MostNames)];

    /// <summary>The question with names as the answer spells them: who typed "sensetime" meant SenseTime.</summary>
    private static string Spelled(string question, EarlierClaims claims)
    {
        foreach (var name in claims.Names.Where(name => name.Text.Length > 2))
            question = question.Replace($" {name.Text.ToLowerInvariant()}", $" {name.Text}", StringComparison.Ordinal);
        return question;
    }
}
