using System.Globalization;
using System.Text;
using Microsoft.SemanticKernel;
using SurvBot.Answers.Checking;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>Puts the passages into a prompt: numbered, delimited, and with a mark between their words that no instruction would have.</summary>
/// <remarks>Spotlighting by datamarking, after Hines et al., "Defending Against Indirect Prompt Injection Attacks With Spotlighting", 2024.</remarks>
internal sealed class PassageSheet : IPromptRenderFilter
{
    /// <summary>The argument that holds the passages, and the prompt's place for them.</summary>
    public const string Argument = "passages";

    /// <summary>Stands between the words of a passage.</summary>
    public const char Mark = 'ˆ';

    public Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        if (context.Arguments.TryGetValue(Argument, out object? value) && value is IReadOnlyList<NumberedPassage> passages)
            context.Arguments[Argument] = Of(passages);
        return next(context);
    }

    /// <summary>All passages as a model reads them.</summary>
    public static string Of(IReadOnlyList<NumberedPassage> passages)
    {
        var sheet = new StringBuilder();
        foreach (var passage in passages)
            sheet.Append(CultureInfo.InvariantCulture, $"[{passage.N}] {Marked(passage.Article.Publisher ?? "unknown publisher")}, {passage.Article.PublishedAt?.ToDisplayString() ?? "undated"}, {Marked(passage.Article.Title)}\n«{Marked(passage.Text)}»\n\n");
        return sheet.ToString().TrimEnd();
    }

    /// <summary>What a model wrote with the mark in it, with spaces again.</summary>
    public static string WithoutMarks(string text) => text.Replace(Mark, ' ');

    // What closes the passage, and the mark itself, cannot be written by an article.
    private static string Marked(string text) => string.Join(Mark, Plain(text).Replace(Mark, ' ').Replace('«', '"').Replace('»', '"').Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>In one line, without characters that nobody sees and those that XML does not know.</summary>
    /// <remarks>Semantic Kernel reads a rendered prompt as XML. One forbidden character in an article, and all of it, the instructions with it, would be one message of the user.</remarks>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                plain.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse))
                plain.Append(rune);
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
