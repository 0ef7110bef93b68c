using System.Text.RegularExpressions;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>Words of a text that a follow-up may refer to or replace, with their place in it.</summary>
internal sealed partial record Mention(string Text, int Start, Sort Sort, bool HasArticle = false, bool IsOwner = false)
{
    /// <summary>As it is spoken of in a sentence: "the FTC".</summary>
    public string Spoken => HasArticle ? $"the {Text}" : Text;

    public int End => Start + Text.Length;

    /// <summary>The proper names in <paramref name="text"/>, in order: "Clearview AI" and "Department of Justice" whole.</summary>
    public static List<Mention> Names(string text)
    {
        var names = new List<Mention>();
        foreach (string name in NameMentions.In(text))
        {
            int start = text.IndexOf(name, StringComparison.Ordinal);
            if (start < 0 || (names.Count > 0 && start < names[^1].End))
                continue;
            string whole = name + Tail().Match(text[(start + name.Length)..]).Value;
            bool article = text[..start].EndsWith("the ", StringComparison.OrdinalIgnoreCase), owner = text[(start + whole.Length)..] is ['\'' or '’', 's', ..];
            names.Add(new Mention(whole, start, Sorts.Of(whole), article, owner));
        }
        return names;
    }

    /// <summary>Common nouns of the field in <paramref name="text"/>, in order.</summary>
    public static IReadOnlyList<Mention> Subjects(string text) => Sorts.Subjects(text);

    /// <summary><paramref name="text"/> with other words in this place.</summary>
    public string ReplaceIn(string text, string words) => $"{text[..Start]}{words}{text[End..]}";

    // The name finder stops at "AI", at "of" and at a word as common as the "That" in "Hoan Ton-That".
    [GeneratedRegex(@"^(-[A-Z]\w+| AI\b( [A-Z]\w+)*| (of|for) (the )?[A-Z]\w+( (and )?[A-Z]\w+){0,2})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();
}
