using CsCheck;
using SurvBot.Answers;
using SurvBot.Answers.Timelines;
using SurvBot.Bot.Replies;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Replies;

public sealed class ReplyComposerTests
{
    [Fact]
    public void An_answer_has_its_parts_in_the_order_in_which_they_are_read()
    {
        var reply = ReplyComposer.Compose(SomeAnswer.Answered($"The newest article found on this is from 2018.\n\nIt is so. [1]\n\n{Words(130)} [1]") with
        {
            Status = AnswerStatus.Partial,
            Conflicts = [new Conflict("valuation", [new Position("$3 billion", [1], PartialDate.OfYear(2018))])],
            Timeline = [new TimelineEntry(PartialDate.OfMonth(2018, 4), DatePrecision.Month, "Alibaba led the round.", [1])],
            FollowUps = [new FollowUp("What is Viper?", "definition")],
        });
        reply.Id.ShouldBe("a1");
        reply.Blocks.Select(block => block.GetType()).ShouldBe(
        [
            typeof(Caveat), typeof(Paragraph), typeof(More), typeof(Disagreement), typeof(Caveat), typeof(BulletList), typeof(EvidenceStrip), typeof(Sources), typeof(FollowUps), typeof(FeedbackRequest),
        ]);
    }

    [Fact]
    public void Three_values_make_a_chart_and_two_do_not()
    {
        DatedValue[] values = [Value("over $1.5 billion", 1.5e9, 2017), Value("$3 billion", 3e9, 2018), Value("$6 billion", 6e9, 2019)];

        var chart = Blocks<Bot.Replies.Development>(SomeAnswer.Answered() with { Development = new("the valuation of SenseTime", values) }).ShouldHaveSingleItem();
        chart.Slot.ShouldBe("the valuation of SenseTime");
        chart.Points.Select(point => (point.Value, point.Date, point.Share)).ShouldBe([("over $1.5 billion", "2017", 0.25), ("$3 billion", "2018", 0.5), ("$6 billion", "2019", 1)]);
        Blocks<Bot.Replies.Development>(SomeAnswer.Answered() with { Development = new("it", values[1..]) }).Single().Points.ShouldAllBe(point => point.Share == null);
        Blocks<Bot.Replies.Development>(SomeAnswer.Answered() with { Development = new("it", [Value("hundreds", null, 2016), .. values]) }).Single().Points.ShouldAllBe(point => point.Share == null);

        static DatedValue Value(string words, double? number, int year) => new(words, number, PartialDate.OfYear(year), [1]);
    }

    [Fact]
    public void A_text_that_is_a_timeline_is_shown_as_one()
    {
        var answer = SomeAnswer.Answered("What the articles tell of Alibaba, in order:\n\nApr 2018: Alibaba led the $600 million round. [1]") with
        {
            Timeline = [new TimelineEntry(PartialDate.OfMonth(2018, 4), DatePrecision.Month, "Alibaba led the $600 million round.", [1], TimelineClock.Published)],
        };
        ReplyComposer.Compose(answer).Blocks[0].ShouldBe(new Caveat("What the articles tell of Alibaba, in order:"));
        Blocks<Paragraph>(answer).ShouldBeEmpty();
        Blocks<BulletList>(answer).Single().Items.Select(ReplyText.Of).ShouldBe(["Apr 2018 (published): Alibaba led the $600 million round. [1]"]);
        ReplyText.AnswerOf(ReplyComposer.Compose(answer)).ShouldBe("- Apr 2018 (published): Alibaba led the $600 million round. [1]");
    }

    [Fact]
    public void Markers_of_the_text_become_citations() =>
        Blocks<Paragraph>(SomeAnswer.Answered("Alibaba led it. [1]\n\nIt paid. [1]")).Select(ReplyText.Of).ShouldBe(["Alibaba led it. [1]", "It paid. [1]"]);

    [Fact]
    public void What_is_too_long_for_a_chat_waits_sentence_by_sentence()
    {
        var answer = SomeAnswer.Answered($"{Words(100)} [1]\n\n{Words(15)} [1] {Words(15)} [1]\n\n{Words(2)} [1]");
        Blocks<Paragraph>(answer).Select(WordsIn).ShouldBe([100, 15]);
        Blocks<More>(answer).Single().Blocks.Cast<Paragraph>().Select(WordsIn).ShouldBe([15, 2]);
    }

    [Fact]
    public void A_first_sentence_is_shown_however_long_it_is()
    {
        var answer = SomeAnswer.Answered($"{Words(200)} [1]");
        Blocks<Paragraph>(answer).Select(WordsIn).ShouldBe([200]);
        Blocks<More>(answer).ShouldBeEmpty();
    }

    [Fact]
    public void That_evidence_is_old_is_a_caveat_before_the_answer() =>
        ReplyComposer.Compose(SomeAnswer.Answered("The newest article found on this is from 2018.\n\nIt is so. [1]") with { Status = AnswerStatus.Stale }).Blocks[0]
            .ShouldBe(new Caveat("The newest article found on this is from 2018."));

    [Fact]
    public void A_partial_answer_says_what_is_missing()
    {
        var answer = SomeAnswer.Answered() with { Status = AnswerStatus.Partial, Interpretation = new Interpretation(null, [], ["Alibaba", "Megvii", "Viper"], "several") };
        Blocks<Caveat>(answer).ShouldBe([new Caveat("This answers only a part of the question: nothing quoted here speaks of Megvii or Viper.")]);
        Blocks<Caveat>(answer with { Interpretation = null }).ShouldBe([new Caveat("This answers only a part of the question.")]);
    }

    [Fact]
    public void A_refusal_says_why_what_was_searched_and_what_is_near()
    {
        var reply = ReplyComposer.Compose(SomeAnswer.NotFound() with
        {
            Abstention = new Abstention("No article says so.", new Searched(["who won"], Instant(2022), Instant(2023), ["CNN", "Wired"]), [new NearestArticle("https://news.example/a", "Fans", "CNN", PartialDate.OfYear(2022)), new NearestArticle("https://news.example/b", "Our words", "CNN", null, SourceKind.Brief)]),
        });
        reply.Blocks.Select(block => block.GetType()).ShouldBe([typeof(Paragraph), typeof(Caveat), typeof(NearestArticles), typeof(EvidenceStrip)]);
        ReplyText.AnswerOf(reply).ShouldBe("I found nothing in the corpus that answers this.\nNo article says so.");
        reply.Blocks[1].ShouldBe(new Caveat("Searched for “who won” · from 1 Jan 2022 · before 1 Jan 2023 · in CNN, Wired"));
        ((NearestArticles)reply.Blocks[2]).Items.ShouldBe([new ArticleLink("https://news.example/a", "CNN", "Fans", "2022"), new ArticleLink("https://news.example/b", "CNN", "Our words", null, IsBrief: true)]);
    }

    [Fact]
    public void A_reason_that_the_text_gives_is_not_given_twice() =>
        ReplyText.AnswerOf(ReplyComposer.Compose(SomeAnswer.NotFound("I found nothing. No article says so."))).ShouldBe("I found nothing. No article says so.");

    [Fact]
    public void An_error_asks_for_no_feedback_and_claims_no_search()
    {
        var reply = ReplyComposer.Compose(SomeAnswer.NotFound("Something went wrong.") with { Status = AnswerStatus.Error, Abstention = null });
        ReplyText.Of(reply).ShouldBe("Something went wrong.");
    }

    [Theory]
    [InlineData(AnswerStatus.Answered, true)]
    [InlineData(AnswerStatus.Partial, true)]
    [InlineData(AnswerStatus.Stale, true)]
    [InlineData(AnswerStatus.Conflicting, true)]
    [InlineData(AnswerStatus.NotFound, false)]
    public void Feedback_is_asked_for_on_answers(AnswerStatus status, bool isAsked) =>
        Blocks<FeedbackRequest>(SomeAnswer.Answered() with { Status = status }).SelectMany(request => request.Verdicts).Count().ShouldBe(isAsked ? 4 : 0);

    [Fact]
    public void A_source_shows_its_words_and_links_only_to_the_web()
    {
        var citation = SomeAnswer.Citation(1) with { Quotes = [new Quote("Alibaba led the round.", 0, 22)] };
        var answer = SomeAnswer.Answered() with { StandaloneQuestion = "Who led the round?", Citations = [citation, citation with { N = 2, Url = "file:///srv/notes.md", SourceKind = SourceKind.Brief }] };
        var sources = Blocks<Sources>(answer).Single().Items;
        sources.Select(source => (source.N, source.Url, source.Publisher, source.Title, source.Date, source.IsBrief)).ShouldBe(
        [
            (1, "https://news.example/sensetime", "The Verge", "The money behind the cameras", "11 Apr 2018", false),
            (2, "", "The Verge", "The money behind the cameras", "11 Apr 2018", true),
        ]);
        var quote = sources[0].Quotes.Single();
        quote.Text.ShouldBe("Alibaba led the round.");
        quote.Marks.ShouldBe([new QuoteMark(8, 11), new QuoteMark(16, 21)]);
    }

    [Fact]
    public void Steps_on_the_way_say_what_is_done()
    {
        ReplyText.Of(ReplyComposer.Compose("r1", new SearchingArticles(52))).ShouldBe("Searching 52 articles…");
        ReplyText.Of(ReplyComposer.Compose("r1", new SearchingArticles(1_234))).ShouldBe("Searching 1,234 articles…");
        ReplyText.Of(ReplyComposer.Compose("r1", new ReadingPassages(1))).ShouldBe("Reading 1 passage…");
        ReplyComposer.Compose("r1", new TextGrew("It is so. [1]", [SomeAnswer.Citation(1)])).Blocks.Select(block => block.GetType()).ShouldBe([typeof(Paragraph), typeof(Sources)]);
        ReplyComposer.Compose("r1", new Answered(SomeAnswer.Answered())).ShouldSatisfyAllConditions(
            reply => reply.Id.ShouldBe("r1"), reply => ReplyText.Of(reply).ShouldBe(ReplyText.Of(ReplyComposer.Compose(SomeAnswer.Answered()))));
    }

    [Fact]
    public void What_was_shown_while_the_text_grew_stays_where_it_is() =>
        Gen.Select(Gen.Int[1, 70].Array[1, 8], Gen.Bool.Array[8], Gen.Bool).Sample((lengths, breaks, isStale) =>
        {
            var texts = new List<string> { isStale ? "The newest article found on this is from 2018." : "" };
            foreach (var (i, length) in lengths.Index())
                texts.Add($"{texts[^1]}{(i == 0 && !isStale ? "" : i == 0 || breaks[i] ? "\n\n" : " ")}{Words(length)} [1]");
            string shown = "";
            foreach (string text in texts.Skip(1))
            {
                string grown = ReplyText.AnswerOf(ReplyComposer.Compose("r1", new TextGrew(text, [SomeAnswer.Citation(1)])));
                // A text that is cut goes on below, as a paragraph of its own.
                grown.Replace("\n\n", " ").ShouldStartWith(shown.Replace("\n\n", " "));
                shown = grown;
            }
            var answer = SomeAnswer.Answered(texts[^1]);
            ReplyText.AnswerOf(ReplyComposer.Compose(answer)).ShouldBe(ReplyText.AnswerOf(ReplyComposer.Compose("r1", new TextGrew(texts[^1], answer.Citations))));
        }, iter: 100);

    private static IEnumerable<T> Blocks<T>(Answer answer) => ReplyComposer.Compose(answer).Blocks.OfType<T>();

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));

    private static int WordsIn(Paragraph paragraph) => paragraph.Spans.Sum(span => span.Text?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length ?? 0);

    private static DateTimeOffset Instant(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
