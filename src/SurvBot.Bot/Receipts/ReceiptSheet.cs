using System.Globalization;
using SurvBot.Answers;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Receipts;

/// <summary>What a person reads of a receipt, the same wherever it is shown. Nothing of it is safe to show as it is.</summary>
/// <param name="Title">Names the receipt.</param>
/// <param name="Sections">From top to bottom.</param>
public sealed record ReceiptSheet(string Title, IReadOnlyList<ReceiptSection> Sections)
{
    /// <summary>All of a receipt, with what has become of it.</summary>
    public static ReceiptSheet Of(Replay replay)
    {
        var (question, answer) = (replay.Receipt.Question, replay.Receipt.Answer);
        ReceiptSection[] sections =
        [
            new("Question", [.. Facts(replay.Receipt)]),
            new("Asked before it", [.. question.History.SelectMany(turn => new[] { new ReceiptLine(turn.Question, "Question"), new ReceiptLine(turn.Answer ?? "", "Answer") })]),
            new("Answer", [.. answer.Text.Split("\n\n").Select(paragraph => new ReceiptLine(paragraph))]),
            new("Sentences", [.. answer.Sentences.Select((sentence, i) => new ReceiptLine($"{sentence.Text} {string.Concat(sentence.Citations.Select(CitationMarker.Of))} ({Backing(sentence)})", $"{i + 1}"))]),
            new("Sources", [.. answer.Citations.SelectMany(citation => Cited(citation, answer.StandaloneQuestion, replay.Quotes))]),
            new("Nearest articles", [.. (answer.Abstention?.Nearest ?? []).Select(article => new ReceiptLine(ArticleName.Of(ArticleReferences.Link(article)), "-") { Url = WebAddress.OrEmpty(article.Url) })]),
            new(answer.Mode == AnswerMode.Generative ? "Passages that the model was given" : "Passages that were read", [.. (answer.Diagnostics.Passages ?? []).Select((passage, i) => new ReceiptLine($"article {passage.ArticleId}, revision {passage.Revision}, {passage.Start}–{passage.End}", $"{i + 1}"))]),
            new("Asked again", [.. replay.Rerun is { } rerun ? Compared(answer, rerun) : []]),
        ];
        return new ReceiptSheet($"Receipt {replay.Receipt.Id}", [.. sections.Where(section => section.Lines.Count > 0)]);
    }

    private static IEnumerable<ReceiptLine> Facts(Receipt receipt)
    {
        var (question, answer) = (receipt.Question, receipt.Answer);
        return new (string Name, string? Value)[]
        {
            ("Question", question.Text),
            ("Understood as", answer.StandaloneQuestion == question.Text ? null : answer.StandaloneQuestion),
            ("Asked", Instant(receipt.AskedAt)),
            ("As of", Instant(question.AsOf)),
            ("Changes since", question.Since?.ToDisplayString()),
            ("Publishers", question.Publishers.Count > 0 ? string.Join(", ", question.Publishers) : null),
            ("Status", Word(answer.Status)),
            ("Written by", answer.Mode == AnswerMode.Generative ? answer.Diagnostics.Model ?? "a language model" : "nobody: quotes only"),
            ("Prompt", answer.Diagnostics.PromptHash),
            ("Corpus", CorpusOf(answer)),
            ("Note", answer.Diagnostics.Note),
            ("Answer ID", answer.Id == receipt.Id ? null : answer.Id),
        }.Where(fact => fact.Value is not null).Select(fact => new ReceiptLine(fact.Value!, fact.Name));
    }

    private static IEnumerable<ReceiptLine> Cited(Citation citation, string question, IReadOnlyList<QuoteCheck> quotes)
    {
        var source = ArticleReferences.Source(citation, question);
        return quotes.Where(check => check.Citation == citation.N).Select(check => new ReceiptLine($"“{check.Quote.Text}” {check.Quote.Start}–{check.Quote.End}: {StandingOf(check)}") { IsQuote = true })
            .Prepend(new ReceiptLine(ArticleName.Of(source), CitationMarker.Of(citation.N)) { Url = source.Url });
    }

    private static IEnumerable<ReceiptLine> Compared(Answer then, Rerun rerun) =>
    [
        new(rerun.IsSame ? "The same answer." : rerun.New.Count + rerun.Gone.Count == 0 ? "The same sentences, but not the same answer." : "Another answer."),
        .. Changed("Status", Word(then.Status), Word(rerun.Answer.Status)),
        .. Changed("Corpus", CorpusOf(then), CorpusOf(rerun.Answer)),
        .. Changed("Model", then.Diagnostics.Model ?? "none", rerun.Answer.Diagnostics.Model ?? "none"),
        .. Changed("Prompt", then.Diagnostics.PromptHash ?? "none", rerun.Answer.Diagnostics.PromptHash ?? "none"),
        .. rerun.New.Select(sentence => new ReceiptLine(sentence, "New")),
        .. rerun.Gone.Select(sentence => new ReceiptLine(sentence, "Gone")),
    ];

    private static IEnumerable<ReceiptLine> Changed(string name, string then, string now) => then == now ? [] : [new ReceiptLine($"{then} then, {now} now", name)];

    private static string StandingOf(QuoteCheck check) => check.Standing switch
    {
        QuoteStanding.Unchanged => "still there word for word",
        QuoteStanding.Moved => $"still there word for word, now from {check.Start} on",
        QuoteStanding.Gone => "the article has changed and no longer says so",
        _ => "the article is no longer in the corpus",
    };

    private static string Backing(AnswerSentence sentence) => string.Create(CultureInfo.InvariantCulture, $"{Word(sentence.Kind)}, {Word(sentence.Support)}, {sentence.Score:0.###}");

    private static string CorpusOf(Answer answer) =>
        string.Create(CultureInfo.InvariantCulture, $"version {answer.Corpus.Version}, {answer.Corpus.Articles:N0} articles") + (answer.Corpus.LastIngestAt is { } ingested ? $", last ingest {Instant(ingested)}" : "");

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>As the answer's JSON has it.</summary>
    private static string Word<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>Lines under a heading.</summary>
public sealed record ReceiptSection(string Title, IReadOnlyList<ReceiptLine> Lines);

/// <summary>A line of a receipt.</summary>
/// <param name="Text">Anybody's words.</param>
/// <param name="Lead">What the line is about, or its number; null for running text.</param>
public sealed record ReceiptLine(string Text, string? Lead = null)
{
    /// <summary>Whether it belongs to the line above.</summary>
    public bool IsQuote { get; init; }

    /// <summary>Where what it names can be read; empty for nowhere.</summary>
    public string Url { get; init; } = "";
}
