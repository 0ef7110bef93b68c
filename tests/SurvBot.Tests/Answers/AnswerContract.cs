using System.Text.RegularExpressions;
using SurvBot.Answers;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Timelines;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Answers;

/// <summary>What every answer promises, whatever the articles say; one method for each promise.</summary>
internal static partial class AnswerContract
{
    public static void ShouldHold(Answer answer, IReadOnlyDictionary<ArticleId, Article> articles)
    {
        MarkersAndCitationsShouldAgree(answer);
        QuotesShouldBeTheArticlesWords(answer, articles);
        TextShouldSayNothingElse(answer);
        NumbersShouldBeQuoted(answer);
        AttributionShouldBeKept(answer);
        RelativeTimeShouldBeDated(answer);
        RefusalShouldClaimNothing(answer);
        StaleShouldBeSaid(answer);
        EvidenceShouldBeCountedOnce(answer, articles);
        NothingShouldBeLaterThanTheQuestion(answer);
        DevelopmentShouldBeInOrder(answer);
        DisagreementShouldBeTold(answer);
        WhatIsQuotedShouldHaveBeenRead(answer, articles);
    }

    /// <summary>One step a sentence, each an opening of the answer's text with the citations that it uses; an abstention has none.</summary>
    public static void ShouldGrow(IReadOnlyList<AnswerUpdate> steps)
    {
        var answer = steps[^1].ShouldBeOfType<Answered>().Answer;
        var grown = steps.OfType<TextGrew>().ToList();
        grown.Count.ShouldBe(answer.Abstention is null ? answer.Sentences.Count : 0, answer.Text);
        grown.ShouldAllBe(step => answer.Text.StartsWith(step.Text, StringComparison.Ordinal));
        grown.Select(step => step.Text.Length).ShouldBe(grown.Select(step => step.Text.Length).Distinct().Order());
        foreach (var step in grown)
        {
            var cited = answer.Citations.Take(Marker().Matches(step.Text).Max(marker => int.Parse(marker.Groups["n"].Value))).ToList();
            step.Citations.Select(citation => (citation.N, citation.ArticleId)).ShouldBe(cited.Select(citation => (citation.N, citation.ArticleId)));
            // Of an article that was cited, a model may quote more later.
            step.Citations.Zip(cited).ShouldAllBe(pair => pair.First.Quotes.All(pair.Second.Quotes.Contains));
        }
        if (grown.Count > 0)
            grown[^1].Text.ShouldBe(answer.Text);
    }

    private static void MarkersAndCitationsShouldAgree(Answer answer)
    {
        var used = Marker().Matches(answer.Text).Select(match => int.Parse(match.Groups["n"].Value)).Distinct().ToList();
        used.ShouldBe(Enumerable.Range(1, answer.Citations.Count), answer.Text);
        answer.Citations.Select(citation => citation.N).ShouldBe(used);
        answer.Sentences.SelectMany(sentence => sentence.Citations).Distinct().Order().ShouldBe(used);
    }

    private static void QuotesShouldBeTheArticlesWords(Answer answer, IReadOnlyDictionary<ArticleId, Article> articles)
    {
        foreach (var citation in answer.Citations)
        {
            var article = articles[citation.ArticleId];
            (citation.Url, citation.Title, citation.Publisher, citation.PublishedAt, citation.RetrievedAt).ShouldBe((article.Url, article.Title, article.Publisher, article.PublishedAt, article.RetrievedAt));
            citation.Quotes.ShouldNotBeEmpty();
            foreach (var quote in citation.Quotes)
                article.Body[quote.Start..quote.End].ShouldBe(quote.Text);
        }
    }

    private static void WhatIsQuotedShouldHaveBeenRead(Answer answer, IReadOnlyDictionary<ArticleId, Article> articles)
    {
        var passages = answer.Diagnostics.Passages.ShouldNotBeNull();
        passages.ShouldAllBe(passage => passage.Revision == articles[passage.ArticleId].Revision && 0 <= passage.Start && passage.Start < passage.End && passage.End <= articles[passage.ArticleId].Body.Length);
        answer.Citations.Select(citation => citation.ArticleId).ShouldBeSubsetOf(passages.Select(passage => passage.ArticleId));
    }

    /// <summary>Only supported sentences leave: what is left of the text without them are markers, dates and the warning of old evidence.</summary>
    private static void TextShouldSayNothingElse(Answer answer)
    {
        answer.Sentences.ShouldAllBe(sentence => sentence.Support != SurvBot.Answers.Support.Unsupported && sentence.Citations.Count > 0);
        if (answer.Abstention is not null)
            return;
        answer.Sentences.ShouldNotBeEmpty();
        string rest = answer.Text;
        if (IsOld(answer))
            rest = StaleOpening().Replace(rest, "");
        foreach (var sentence in answer.Sentences.OrderByDescending(sentence => sentence.Text.Length))
        {
            rest.ShouldContain(Folded(sentence.Text));
            rest = rest.Replace(Folded(sentence.Text), "", StringComparison.Ordinal);
        }
        Marker().Replace(Dated().Replace(rest, ""), "").Trim().ShouldBeEmpty(answer.Text);
    }

    private static void NumbersShouldBeQuoted(Answer answer)
    {
        foreach (var sentence in answer.Sentences)
        {
            string quoted = string.Join('\n', QuotesOf(answer, sentence));
            Number().Matches(sentence.Text).ShouldAllBe(number => quoted.Contains(number.Value.TrimEnd('.', ',')));
        }
    }

    private static void AttributionShouldBeKept(Answer answer)
    {
        if (answer.Mode == AnswerMode.Extractive)
            answer.Sentences.ShouldAllBe(sentence => QuotesOf(answer, sentence).Contains(sentence.Text));
        else
            answer.Sentences.ShouldAllBe(sentence => HasOnlyWordsOf(string.Join(' ', QuotesOf(answer, sentence)), sentence.Text) && IsHedgedAs(QuotesOf(answer, sentence).MaxBy(quote => Word().Matches(sentence.Text).Count(word => quote.Contains(word.Value, StringComparison.OrdinalIgnoreCase)))!, sentence.Text));
    }

    /// <summary>A model shortens; it has no word of its own. Its first may be a line that stood before the sentence.</summary>
    private static bool HasOnlyWordsOf(string quotes, string sentence) => Word().Matches(sentence).Skip(1).All(word => quotes.Contains(word.Value, StringComparison.OrdinalIgnoreCase));

    private static bool IsHedgedAs(string quote, string sentence) => Hedge().Matches(quote).All(hedge => sentence.Contains(hedge.Value, StringComparison.Ordinal) || !Governed(quote, hedge).Any(word => sentence.Contains(word, StringComparison.Ordinal)));

    private static IEnumerable<string> Governed(string quote, Match hedge) => Word().Matches(quote[(hedge.Index + hedge.Length)..]).Take(1).Select(word => word.Value);

    private static void RelativeTimeShouldBeDated(Answer answer)
    {
        foreach (var sentence in answer.Sentences.Where(sentence => RelativeDates.IsIn(sentence.Text)))
            Dated().Match(answer.Text, answer.Text.IndexOf(Folded(sentence.Text), StringComparison.Ordinal) + Folded(sentence.Text).Length).Index
                .ShouldBe(answer.Text.IndexOf(Folded(sentence.Text), StringComparison.Ordinal) + Folded(sentence.Text).Length, answer.Text);
    }

    private static void RefusalShouldClaimNothing(Answer answer)
    {
        bool refused = answer.Status is AnswerStatus.NotFound or AnswerStatus.OutOfScope or AnswerStatus.NeedsClarification;
        (answer.Abstention is not null).ShouldBe(refused);
        if (!refused)
            return;
        answer.Sentences.ShouldBeEmpty();
        answer.Citations.ShouldBeEmpty();
        answer.Abstention!.Reason.ShouldNotBeEmpty();
        answer.Abstention.Searched.Queries.ShouldBe([answer.StandaloneQuestion]);
        answer.Abstention.Nearest.Count.ShouldBeLessThanOrEqualTo(3);
        answer.Abstention.Nearest.ShouldAllBe(article => article.PublishedAt != null);
    }

    private static void StaleShouldBeSaid(Answer answer)
    {
        // An answer has one status: old evidence that disagrees is told as a conflict and opens with its age.
        (answer.Status == AnswerStatus.Stale).ShouldBe(IsOld(answer) && answer.Conflicts.Count == 0);
        if (IsOld(answer))
            answer.Text.Split('\n')[0].ShouldContain(answer.Evidence.Newest!.Value.ToDisplayString());
    }

    /// <summary>Nothing averaged and no side picked: every value stands in the words of an article that the text cites for it.</summary>
    private static void DisagreementShouldBeTold(Answer answer)
    {
        (answer.Status == AnswerStatus.Conflicting).ShouldBe(answer.Conflicts.Count > 0);
        foreach (var conflict in answer.Conflicts)
        {
            conflict.Positions.Count.ShouldBeGreaterThan(1);
            foreach (var position in conflict.Positions)
            {
                position.Citations.ShouldNotBeEmpty();
                // "On Monday" is told as the day that it was.
                if (conflict.Slot == "the date")
                {
                    position.Citations.Select(n => answer.Citations[n - 1]).ShouldContain(citation => citation.Quotes.Any(quote => EventDates.Find(quote.Text, citation.PublishedAt) != null && EventDates.Find(quote.Text, citation.PublishedAt)!.Value.ToDisplayString() == position.Value));
                    continue;
                }
                position.Citations.SelectMany(n => answer.Citations[n - 1].Quotes).ShouldContain(quote => Folded(quote.Text).Contains(position.Value));
                Folded(answer.Text).ShouldContain(position.Value);
            }
        }
    }

    private static bool IsOld(Answer answer) =>
        answer.Interpretation!.Intent == "latest" && answer.Evidence.Newest is { } newest && answer.AsOf - newest.End > new AnswerOptions().StaleAfter;

    private static void EvidenceShouldBeCountedOnce(Answer answer, IReadOnlyDictionary<ArticleId, Article> articles)
    {
        answer.Evidence.Articles.ShouldBe(answer.Citations.Count);
        answer.Evidence.IndependentSources.ShouldBe(answer.Citations.Select(citation => articles[citation.ArticleId].IndependenceGroup).Distinct().Count());
        answer.Evidence.IndependentSources.ShouldBeLessThanOrEqualTo(answer.Evidence.Articles);
    }

    private static void NothingShouldBeLaterThanTheQuestion(Answer answer)
    {
        answer.Citations.ShouldAllBe(citation => citation.PublishedAt == null || WasThere(citation.PublishedAt.Value, citation.RetrievedAt, answer.AsOf));
        answer.Abstention?.Nearest.ShouldAllBe(article => WasThere(article.PublishedAt!.Value, Newsroom.Now, answer.AsOf));
    }

    // An article of "2018" may be of its last day, unless it was retrieved before.
    private static bool WasThere(PartialDate published, DateTimeOffset retrieved, DateTimeOffset asOf) =>
        published.Start <= asOf && (published.Precision >= DatePrecision.Day || retrieved <= asOf || published.End.AddTicks(-1) <= asOf);

    private static void DevelopmentShouldBeInOrder(Answer answer)
    {
        if (answer.Development is not { } development)
            return;
        development.Values.Select(value => value.Date).ShouldBeInOrder();
        development.Values.Count.ShouldBeGreaterThan(1);
        foreach (var value in development.Values)
        {
            value.Citations.ShouldNotBeEmpty();
            value.Citations.ShouldAllBe(n => answer.Citations[n - 1].Quotes.Any(quote => Folded(quote.Text).Length > 0));
            answer.Citations[value.Citations[0] - 1].Quotes.ShouldContain(quote => Folded(quote.Text).Contains(value.Value, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> QuotesOf(Answer answer, AnswerSentence sentence) =>
        sentence.Citations.SelectMany(n => answer.Citations[n - 1].Quotes).Select(quote => quote.Text);

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\[(?<n>\d+)\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();

    [GeneratedRegex(@" \((undated, retrieved )?[\w ]*\d{4}\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Dated();

    [GeneratedRegex(@"^The newest article found on this is from [\w ]+\.\n\n")]
    private static partial Regex StaleOpening();

    [GeneratedRegex(@"[A-Za-z]{4,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(allegedly|reportedly)\b")]
    private static partial Regex Hedge();

    [GeneratedRegex(@"\d[\d.,]*")]
    private static partial Regex Number();
}
