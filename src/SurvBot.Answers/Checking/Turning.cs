namespace SurvBot.Answers.Checking;

/// <summary>Words that turn what is said into its contrary, or into what may be.</summary>
internal static class Turning
{
    // How many words around a "not" another way to deny the same stands.
    private const int Around = 6;

    /// <summary>Whether the word at this place is a "not", in whatever writing.</summary>
    public static bool IsDenial(IReadOnlyList<SentenceWord> words, int at) =>
        Denials.Contains(words[at].Plain) || (words[at].Plain == "t" && at > 0 && words[at - 1].Plain.EndsWith('n')) || (words[at].Plain is "don" or "won" && at + 1 < words.Count && words[at + 1].Plain == "t");

    /// <summary>Whether a word by itself denies.</summary>
    public static bool Denies(string word) => Denials.Contains(word) || Refusals.Contains(word) || word == "t" || Opposites.Denies(word);

    /// <summary>Whether it makes what follows something that may be, or that somebody says.</summary>
    public static bool IsHedge(SentenceWord word) => Hedges.Contains(word.Plain) && !(word.Plain == "may" && word.IsCapitalized);

    /// <summary>Whether it tells what is yet to come, which a plan may be told as.</summary>
    public static bool IsOpen(string word) => word is "will" or "would" or "set" or "due";

    /// <summary>Whether the words around those that a denial's neighbours are laid upon deny, too.</summary>
    public static bool IsWithin(Alignment alignment, int i) =>
        alignment.Words.Skip(i + 1).Concat(alignment.Words.Take(i).Reverse()).FirstOrDefault(word => word.Sentence is not null) is { Sentence: { } sentence, At: var at }
        && Enumerable.Range(Math.Max(0, at - Around), 2 * Around).TakeWhile(place => place < sentence.Parts.Words.Count).Any(place => IsDenial(sentence.Parts.Words, place) && !alignment.Words.Any(word => word.Sentence == sentence && word.At == place));

    private static readonly HashSet<string> Denials = [.. "not never no none neither nor without cannot nobody nothing hardly barely".Split(' ')];

    private static readonly HashSet<string> Refusals = [.. "failed fails refused refuses declined declines denied denies unable lacks lacked".Split(' ')];

    private static readonly HashSet<string> Hedges = [.. "may might could would should alleged allegedly alleges reportedly suspected suspects purported purportedly supposedly apparently claimed claims accused possibly probably perhaps potentially potential likely plans planned planning proposed proposes intends aims expected considering hopes wants estimated rumoured rumored believed if unless".Split(' ')];
}
