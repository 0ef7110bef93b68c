using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Grounding;

namespace SurvBot.Answers.Checking;

/// <summary>Every name stands in the backing, or is what "it" and "the company" there mean.</summary>
internal static class NameCheck
{
    public static string? Find(Backing backing, AliasBook aliases)
    {
        var draft = backing.Draft.Named;
        return draft.Names.FirstOrDefault(name => IsElsewhere(name, backing, aliases)) ?? draft.Names.FirstOrDefault(IsUnknown(backing, aliases));
    }

    private static Func<string, bool> IsUnknown(Backing backing, AliasBook aliases)
    {
        var there = new NamedText(string.Join(' ', backing.Sentences.Select(sentence => sentence.Text)));
        var wider = new NamedText(string.Join(' ', backing.Sentences.Select(Around)));
        bool isReplaced = !backing.Sentences.Any(Leans) && there.Names.Any(name => !backing.Draft.Named.Knows(name, aliases));
        return name => !backing.Sentences.Any(sentence => IsCommon(name, backing.Draft.Text, sentence)) && !there.Knows(name, aliases) && (isReplaced || !wider.Knows(name, aliases)) && !IsAtHome(name, there);
    }

    /// <summary>Whether the name stands in the backing, but not where that is said which the draft says of it.</summary>
    private static bool IsElsewhere(string name, Backing backing, AliasBook aliases)
    {
        int at = backing.Draft.Text.IndexOf(name, StringComparison.Ordinal);
        if (at < 0 || backing.Sentences.Count < 2)
            return false;
        var near = backing.Near(at, at + name.Length);
        bool Has(SourceSentence sentence) => sentence.Parts.Named.Knows(name, aliases);
        bool leavesOut = near.Any(sentence => sentence.Parts.Names.Any(other => !backing.Draft.Named.Knows(other, aliases)));
        return leavesOut && !near.Any(Has) && !near.Any(Leans) && backing.Sentences.Except(near).Any(Has) && !near.Any(sentence => new NamedText(sentence.Passage.Article.Title).Knows(name, aliases));
    }

    // American articles seldom say where they are.
    private static bool IsAtHome(string name, NamedText there) => name == "US" && !there.NamesCountry;

    // The first word has a capital anyway.
    private static bool IsCommon(string name, string draft, SourceSentence sentence) =>
        draft.StartsWith(name, StringComparison.Ordinal) && SentenceWord.In(name) is [{ Term: var term, Plain: var plain }] && (plain.EndsWith("ing", StringComparison.Ordinal) || sentence.Passage.Sentences.Any(other => other.Parts.Words.Any(word => !word.IsCapitalized && word.Term == term)));

    /// <summary>Who publishes it, its title, and what stands before it.</summary>
    private static string Around(SourceSentence sentence) => $"{sentence.Passage.Article.Publisher}. {sentence.Passage.Article.Title}. {string.Join(' ', sentence.Passage.Sentences.Select(other => other.Text))}";

    private static bool Leans(SourceSentence sentence) => Antecedents.IsMissing(sentence.Text) || sentence.Parts.Words.Any(word => Pointers.Contains(word.Plain));

    private static readonly HashSet<string> Pointers = ["he", "she", "it", "they", "his", "her", "its", "their", "company", "firm", "startup", "agency", "group", "department", "city", "government", "police", "who", "which", "that", "we", "i", "our", "my"];
}
