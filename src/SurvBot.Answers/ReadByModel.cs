using SurvBot.Answers.Generation.Translation;
using SurvBot.Answers.Understanding.Languages;

namespace SurvBot.Answers;

/// <summary>Tells in an answer that a model read its question: in which language it is answered, and what the reading took.</summary>
internal static class ReadByModel
{
    public static Answer Tell(Answer answer, MeantQuestion meant, TranslatedDraft? translation = null) => answer with
    {
        Language = meant.Language,
        Text = Notice(answer, meant.Language, translation?.HasTranslation == true) is { } notice ? WithRemark(answer.Text, notice) : answer.Text,
        Abstention = answer.Abstention is { } abstention ? abstention with { Searched = abstention.Searched with { Queries = [.. abstention.Searched.Queries, .. meant.Searches] } } : null,
        Diagnostics = answer.Diagnostics with
        {
            TokensIn = answer.Diagnostics.TokensIn + (int)(meant.Used + (translation?.Used ?? default)).Input,
            TokensOut = answer.Diagnostics.TokensOut + (int)(meant.Used + (translation?.Used ?? default)).Output,
            Note = string.Join("; ", new[] { answer.Diagnostics.Note, meant.Note, translation?.Note }.Where(note => note is not null)) is { Length: > 0 } notes ? notes : null,
        },
    };

    private static string? Notice(Answer answer, string language, bool isTranslated) =>
        language == QuestionLanguage.English ? null
        : answer.Status == AnswerStatus.NeedsClarification ? LanguageNotices.Unclear(language)
        : answer.Abstention is not null ? LanguageNotices.Nothing(language)
        : isTranslated ? LanguageNotices.Translated(language)
        : LanguageNotices.Quoted(language);

    /// <summary>Before the first paragraph that cites, after SurvBot's other remarks.</summary>
    private static string WithRemark(string text, string remark)
    {
        int cited = CitationMarker.Pattern().Match(text) is { Success: true } marker ? text.LastIndexOf("\n\n", marker.Index, StringComparison.Ordinal) : -1;
        return cited < 0 ? $"{remark}\n\n{text}" : $"{text[..cited]}\n\n{remark}{text[cited..]}";
    }
}
