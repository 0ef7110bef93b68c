using SurvBot.Answers.Understanding.Threads;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Claims;

/// <summary>The words of a clause that tell what it is about: not its numbers, nor that somebody says it, nor the day.</summary>
internal static class Matter
{
    private static readonly HashSet<string> Telling = Terms.In(
        $"{NumberWords.Pattern.Replace('|', ' ')} hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens percent number "
        + "said says say saying told tells according reported reportedly report officials spokesman spokeswoman spokesperson statement "
        + "monday tuesday wednesday thursday friday saturday sunday last week month year day days weekend morning night").ToHashSet(StringComparer.Ordinal);

    /// <summary>Stems, where the forms of one verb share one.</summary>
    public static IReadOnlySet<string> Of(string clause) =>
        Terms.WithWords(clause).Where(word => !char.IsDigit(word.Term[0]) && !Telling.Contains(word.Term)).Select(word => Verbs.KeyOf(word.Word)).ToHashSet(StringComparer.Ordinal);
}
