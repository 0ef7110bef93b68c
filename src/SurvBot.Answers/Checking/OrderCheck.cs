namespace SurvBot.Answers.Checking;

/// <summary>Words that the draft has in another order than its backing say another thing, unless they are a part that can stand anywhere: when, where, who says so.</summary>
internal static class OrderCheck
{
    public static string? Find(Alignment alignment)
    {
        var runs = RunsOf(alignment);
        for (int i = 1; i < runs.Count; i++)
            for (int j = 0; j < i; j++)
                if (runs[i].Sentence == runs[j].Sentence && runs[i].First < runs[j].First && !IsMovable(runs[i]) && !IsMovable(runs[j]))
                    return $"{runs[j].Text} | {runs[i].Text}";
        return null;
    }

    private static List<Run> RunsOf(Alignment alignment)
    {
        var runs = new List<Run>();
        foreach (var (i, word) in alignment.Words.Index().Where(entry => entry.Item.Sentence is not null && entry.Item.Word.Term.Length > 0))
            if (runs.Count > 0 && runs[^1] is var last && last.Sentence == word.Sentence && word.At > last.Last)
                runs[^1] = last with { Last = word.At };
            else
                runs.Add(new Run(word.Sentence!, word.At, word.At, Link(alignment, i)));
        return runs;
    }

    /// <summary>The preposition before a drafted word.</summary>
    private static string? Link(Alignment alignment, int i) =>
        alignment.Words.Take(i).Reverse().TakeWhile(word => word.Word.Term.Length == 0).Select(word => word.Word.Plain).FirstOrDefault(Prepositions.Contains);

    /// <summary>Whether it goes with its preposition, or tells who says the rest.</summary>
    private static bool IsMovable(Run run)
    {
        var words = run.Sentence.Parts.Words;
        if (Prepositions.Contains(words[run.First].Plain))
            return true;
        for (int at = run.First - 1; at >= 0 && words[at].Term.Length == 0; at--)
            if (words[at].Plain == run.Link)
                return true;
        var said = words.Skip(run.First).Take(run.Last - run.First + 1).Where(word => word.Term.Length > 0).ToList();
        return said[0].Plain == "according" || (said.Count is > 1 and <= LongestSayer && (Saying.Contains(said[^1].Plain) || (Saying.Contains(said[0].Plain) && said.Skip(1).All(word => word.IsCapitalized))));
    }

    private const int LongestSayer = 7;

    private static readonly HashSet<string> Prepositions = [.. "in on at by for from since until during under with within over across of as to after before through amid".Split(' ')];

    private static readonly HashSet<string> Saying = [.. "said says say told wrote writes added stated reported reports".Split(' ')];

    /// <summary>Words that stand in the draft one after the other as they do in their sentence, and the preposition that the draft has before them.</summary>
    private readonly record struct Run(SourceSentence Sentence, int First, int Last, string? Link)
    {
        public string Text => Sentence.Text[Sentence.Parts.Words[First].Start..Sentence.Parts.Words[Last].End];
    }
}
