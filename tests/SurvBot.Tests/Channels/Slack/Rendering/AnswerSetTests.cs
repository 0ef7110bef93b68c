using SurvBot.Answers;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Replies;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;
using Development = SurvBot.Answers.Development;

namespace SurvBot.Tests.Channels.Slack.Rendering;

/// <summary>Two hundred answers, from the plainest to the longest: eight kinds of text, five numbers of sources, five shapes.</summary>
public sealed class AnswerSetTests
{
    private static readonly IReadOnlyDictionary<string, string> Texts = new Dictionary<string, string>
    {
        ["plain"] = "Alibaba led the $600 million round.",
        ["long sentences"] = string.Join(' ', Enumerable.Repeat("The police of the city said that the cameras were bought in 2018 and read faces since.", 30)),
        ["longest"] = new string('x', 40_000),
        ["a table"] = "| Year | Value |\n| --- | --- |\n| 2018 | $3 billion |\n| 2019 | $6 billion |",
        ["right to left"] = string.Concat(Enumerable.Repeat("המשטרה אמרה שהמצלמות נקנו בשנת 2018. ", 20)),
        ["emoji"] = string.Concat(Enumerable.Repeat("👨‍👩‍👧 😀 ", 300)),
        ["code"] = "```\nif (a < b && c > d) { `x` = *y*; }\n```",
        ["hostile"] = "<!channel> <@U012AB> <http://evil.example|x> `code` *bold* [9](https://evil.example)",
    };

    private static readonly int[] Counts = [1, 3, 8, 20, 60];

    private static readonly string[] Shapes = ["answered", "disagreeing", "developing", "in order", "with the rest"];

    public static TheoryData<string, int, string> Answers() => [.. from text in Texts.Keys from count in Counts from shape in Shapes select (text, count, shape)];

    [Fact]
    public void There_are_two_hundred() => Answers().Count.ShouldBe(200);

    [Theory]
    [MemberData(nameof(Answers))]
    public void Its_messages_are_within_the_limits_and_keep_what_must_stay(string text, int count, string shape)
    {
        var reply = ReplyComposer.Compose(Shaped(shape, Texts[text], count));
        var message = SlackReply.Of(reply, new SlackReplyOptions(WithShare: true));
        message.Breaches().ShouldBeEmpty();
        SlackReply.Opened(reply, SlackActions.More).Breaches().ShouldBeEmpty();
        SlackReply.Opened(reply, SlackActions.Sources).Breaches().ShouldBeEmpty();

        string shown = Shown(message);
        shown.ShouldContain(PlainLine.Of(Texts[text], 30).TrimEnd('…')[..20].Replace("https:", "https:\u200B", StringComparison.Ordinal));
        shown.ShouldContain("As of 12 Nov 2026");
        for (int n = 1; n <= count; n++)
            shown.ShouldContain($"Outlet {n}, 2018");
        message.Blocks.ToJsonString().ShouldContain("feedback_buttons");
    }

    private static string Shown(SlackMessage message) => string.Join('\n', BlockKitLimits.Strings(System.Text.Json.JsonDocument.Parse(message.Blocks.ToJsonString()).RootElement, "text"));

    private static Answer Shaped(string shape, string text, int count)
    {
        var cited = Enumerable.Range(1, count).ToList();
        var answer = SomeAnswer.Answered(string.Join(' ', cited.Select(n => $"{text} [{n}]"))) with
        {
            Citations = [.. cited.Select(n => SomeAnswer.Citation(n, $"https://news.example/2018/04/11/surveillance/the-money-behind-the-cameras-of-the-city-{n}") with { Publisher = $"Outlet {n}", PublishedAt = PartialDate.OfYear(2018), Title = $"{n}: {text}", Quotes = [new Quote(text, 0, text.Length), new Quote(text, 0, text.Length)] })],
            FollowUps = [new FollowUp("What is Viper?", "definition"), new FollowUp("Who led the round?", FollowUp.Widen), new FollowUp("What changed?", "changes")],
        };
        return shape switch
        {
            "disagreeing" => answer with { Status = AnswerStatus.Conflicting, Conflicts = [.. cited.Select(n => new Conflict($"the value {n}", [new Position(text, [n], null), new Position("$3 billion", [1], PartialDate.OfYear(2018))]))] },
            "developing" => answer with { Development = new Development(text, [.. cited.Select(n => new DatedValue(text, n, PartialDate.OfYear(1950 + n), [n]))]) },
            "in order" => answer with { Timeline = [.. cited.Select(n => new TimelineEntry(PartialDate.OfYear(1950 + n), DatePrecision.Year, text, [n]))] },
            "with the rest" => answer with { Status = AnswerStatus.Partial, Text = $"The newest article found on this is from 2018.\n\n{answer.Text}" },
            _ => answer,
        };
    }
}
