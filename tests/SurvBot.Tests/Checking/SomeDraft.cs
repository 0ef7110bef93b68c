using SurvBot.Answers.Checking;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Checking;

/// <summary>Passages that a sentence may be drafted from, and their check: by words alone, unless an embedder is given.</summary>
internal sealed record SomeDraft(IReadOnlyList<NumberedPassage> Passages)
{
    public AliasBook Aliases { get; init; } = AliasBook.Empty;

    public WordVectorEmbedder? Embedder { get; init; }

    /// <summary>One article a passage, numbered from 1, all of one day.</summary>
    public static SomeDraft Over(params string[] passages) => new([.. passages.Select((text, i) => Passage(i + 1, text))]);

    public static NumberedPassage Passage(int n, string text, string? published = "2024-03-14") =>
        NumberedPassage.Of(n, Some.Article($"paper-{n}", text) with { Publisher = "Harwick Courier", PublishedAt = published is null ? null : Some.Date(published) }, new TextSpan(0, text.Length));

    /// <summary>Checks a sentence that cites the named passages; none named, all of them.</summary>
    public Task<CheckedSentence> CheckAsync(string sentence, params int[] cites) =>
        new DraftCheck(Embedder, Aliases).CheckAsync(new DraftedSentence(sentence, cites.Length > 0 ? cites : [.. Passages.Select(passage => passage.N)]), Passages, TestContext.Current.CancellationToken);

    public async Task ShouldBackAsync(string sentence, params int[] cites) => (await CheckAsync(sentence, cites)).Objection.ShouldBeNull(sentence);

    public async Task ShouldStopAsync(string sentence, ObjectionKind kind, params int[] cites) =>
        (await CheckAsync(sentence, cites)).Objection.ShouldNotBeNull(sentence).Kind.ShouldBe(kind, sentence);

    /// <summary>Stops it, and names what is not backed.</summary>
    public async Task ShouldStopAsync(string sentence, Objection objection) => (await CheckAsync(sentence)).Objection.ShouldBe(objection, sentence);
}
