using SurvBot.Answers.Timelines;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Tools;

/// <summary>The corpus for other programs and models: search, one article, a timeline. What they give is quoted news text, as untrusted as the articles are.</summary>
/// <remarks>All throw <see cref="ToolArgumentException"/> for bad arguments, and <see cref="Corpus.Store.CorpusStoreException"/> where the corpus cannot be read.</remarks>
public sealed class CorpusTools(Retriever retriever, ArticleSearch articles, TimelineTeller timelines, TimeProvider clock)
{
    /// <summary>Articles that a search lists.</summary>
    internal const int MostFound = 30, UsuallyFound = 8;

    /// <summary>Characters of an article that are given at once: some 5,000 tokens.</summary>
    internal const int MostText = 20_000;

    /// <summary>The articles that say most about some words, each with its best passage; published from <paramref name="from"/> to the end of <paramref name="to"/>.</summary>
    public async Task<SearchFindings> SearchAsync(string? query, string? from, string? to, IReadOnlyList<string>? publishers, int? take, CancellationToken cancellationToken)
    {
        string words = ToolArguments.Words("query", query);
        var first = ToolArguments.Date("from", from)?.Start;
        var end = ToolArguments.Date("to", to)?.End;
        int most = ToolArguments.Number("take", take, UsuallyFound, 1, MostFound);
        if (first >= end)
            throw new ToolArgumentException("Nothing lies between \"from\" and \"to\": exchange or drop one of them.");
        var search = Read(words, publishers ?? [], (await retriever.GetOverviewAsync(cancellationToken)).Publishers);
        var found = await articles.SearchAsync(search with { PublishedFrom = first ?? search.PublishedFrom, PublishedBefore = end ?? search.PublishedBefore }, most, cancellationToken);
        return new SearchFindings([.. found.Passages.Select(passage => new FoundPassage(ArticleReference.Of(passage.Article), passage.Text, passage.Passage.Start, passage.Passage.End))]);
    }

    /// <summary>The text of one article from the character <paramref name="start"/> on.</summary>
    public async Task<WholeArticle> ArticleAsync(string? article, int? start, CancellationToken cancellationToken)
    {
        string named = ToolArguments.Words("article", article);
        var id = ArticleId.Named(named) ?? throw new ToolArgumentException($"\"article\" is neither an id of {ArticleId.Length} hexadecimal digits nor an address.");
        var found = await retriever.FindAsync(id, cancellationToken) ?? throw new ToolArgumentException($"There is no article {named} in the corpus: search for it.");
        int from = ToolArguments.Number("start", start, 0, 0, found.Body.Length), until = EndOf(found.Body, from);
        return new WholeArticle(ArticleReference.Of(found), found.Body[from..until], from, until, found.Body.Length)
        {
            Author = found.Author,
            UpdatedAt = found.UpdatedAt,
            Language = found.Language,
        };
    }

    /// <summary>What happened to a subject in order; with <paramref name="since"/> only what is new or has changed since the beginning of that date.</summary>
    public async Task<ToldTimeline> TimelineAsync(string? subject, string? since, CancellationToken cancellationToken)
    {
        var request = new TimelineRequest(ToolArguments.Words("subject", subject)) { Since = ToolArguments.Date("since", since) };
        var told = await timelines.TellAsync(request, clock.GetUtcNow(), cancellationToken);
        return new ToldTimeline(told.Timeline ?? [], [.. told.Citations.Select(cited => new TimelineCitation(cited.N, ArticleReference.Of(cited), cited.Quotes))])
        {
            Nothing = told.Abstention is null ? null : told.Text,
        };
    }

    private SearchQuery Read(string words, IReadOnlyList<string> publishers, IReadOnlyList<string> known)
    {
        try
        {
            var search = SearchGrammar.Parse(words, clock.GetUtcNow(), known);
            return publishers.Count == 0 ? search : search with { Publishers = [.. publishers.Select(publisher => SearchGrammar.Publisher(publisher ?? "", known))] };
        }
        catch (SearchSyntaxException fault)
        {
            throw new ToolArgumentException(fault.Message);
        }
    }

    private static int EndOf(string body, int start)
    {
        int end = Math.Min(body.Length, start + MostText);
        // No character is cut in two.
        return end < body.Length && char.IsHighSurrogate(body[end - 1]) ? end - 1 : end;
    }
}
