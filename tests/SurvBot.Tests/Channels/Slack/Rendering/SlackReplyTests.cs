using System.Text.Encodings.Web;
using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Replies;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Rendering;

public sealed class SlackReplyTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SlackReplyOptions InRoom = new(WithShare: false), ForOne = new(WithShare: true);

    private static readonly Answer Alibaba = SomeAnswer.Answered() with
    {
        Citations = [SomeAnswer.Citation(1), SomeAnswer.Citation(2, "https://paper.example/a") with { Publisher = "CNN", Title = "Who paid for SenseTime" }],
        FollowUps = [new FollowUp("What is Viper?", "definition"), new FollowUp("Who led the round?", FollowUp.Widen)],
    };

    [Fact]
    public void A_reply_is_rich_text_with_links_and_buttons() => Approve(SlackReply.Of(new Reply("r1", SomeReply.EveryKind()), ForOne));

    [Fact]
    public void An_answer_names_its_sources_and_asks_what_readers_think() => Approve(Of(Alibaba));

    [Fact]
    public void An_answer_to_a_part_says_so() =>
        Approve(Of(Alibaba with { Status = AnswerStatus.Partial, Text = "The newest article found on this is from 2018.\n\nAlibaba led the $600 million round. [1]" }));

    [Fact]
    public void Sources_that_disagree_stand_under_each_other() =>
        Approve(Of(Alibaba with { Status = AnswerStatus.Conflicting, Conflicts = [new Conflict("the valuation of SenseTime", [new Position("$3 billion", [1], PartialDate.OfMonth(2018, 4)), new Position("$4.5 billion", [2], null, "CNN")])] }));

    [Fact]
    public void A_development_is_drawn_in_bars() =>
        Approve(Of(Alibaba with { Development = new("the valuation of SenseTime", [new DatedValue("$1.5 billion", 1.5e9, PartialDate.OfMonth(2017, 7), [1]), new DatedValue("$3 billion", 3e9, PartialDate.OfDay(2018, 4, 9), [2]), new DatedValue("$6 billion", 6e9, PartialDate.OfYear(2019), [1, 2])]) }));

    [Fact]
    public void A_timeline_is_a_list() =>
        Approve(Of(Alibaba with
        {
            Text = "What the articles tell of Alibaba, in order:\n\nApr 2018: Alibaba led the $600 million round. [1]",
            Timeline = [new TimelineEntry(PartialDate.OfMonth(2018, 4), DatePrecision.Month, "Alibaba led the $600 million round.", [1])],
        }));

    [Fact]
    public void Where_nothing_was_found_the_nearest_articles_are_linked() =>
        Approve(Of(SomeAnswer.NotFound() with { Abstention = new Abstention("No article says so.", new Searched(["Alibaba round"], null, null, []), [new NearestArticle("https://news.example/near", "Near", "CNN", PartialDate.OfYear(2019))]) }));

    [Fact]
    public void A_notice_is_one_line() => Approve(SlackReply.Of(Notices.Busy("r1"), InRoom));

    [Fact]
    public void What_is_being_done_is_a_task() => Approve(SlackReply.Of(ReplyComposer.Compose("r1", new SearchingArticles(1234)), InRoom));

    [Fact]
    public void What_may_stand_there_already_is_not_said_again() => Approve(SlackReply.InDoubt(ReplyComposer.Compose(Alibaba)));

    [Fact]
    public void Opened_sources_have_their_quotes() => Approve(SlackReply.Opened(ReplyComposer.Compose(Alibaba), SlackActions.Sources));

    [Fact]
    public void What_waits_for_a_click_is_all_there_after_it()
    {
        string shown = string.Join(' ', Enumerable.Repeat("word", 110)) + " end.", waiting = string.Join(' ', Enumerable.Repeat("more", 100)) + " finis.";
        var reply = ReplyComposer.Compose(Alibaba with { Text = $"{shown} [1] {waiting} [2]" });
        var first = SlackReply.Of(reply, InRoom);
        first.Blocks.ToJsonString().ShouldNotContain("finis");
        first.Blocks.ToJsonString().ShouldContain("Read on");
        var opened = SlackReply.Opened(reply, SlackActions.More);
        opened.Blocks.ToJsonString().ShouldNotContain("Read on");
        Approve(opened);
    }

    [Fact]
    public void The_missing_answer_opens_to_the_answer() =>
        SlackReply.Opened(ReplyComposer.Compose(Alibaba), SlackActions.Answer).Blocks.ToJsonString().ShouldBe(Of(Alibaba).Blocks.ToJsonString());

    [Fact]
    public void Only_what_one_person_sees_can_be_shared()
    {
        var reply = ReplyComposer.Compose(Alibaba);
        SlackReply.Of(reply, InRoom).Blocks.ToJsonString().ShouldNotContain("Share here");
        SlackReply.Of(reply, ForOne).Blocks.ToJsonString().ShouldContain("Share here");
    }

    [Fact]
    public void A_question_that_would_be_cut_is_not_offered()
    {
        string json = SlackReply.Of(new Reply("r1", [SomeReply.Paragraph(), new FollowUps([new string('q', 501), "Who led it?", "\u202E"], new string('w', 2001))]), InRoom).Blocks.ToJsonString();
        json.ShouldNotContain("qqq");
        json.ShouldNotContain("www");
        json.ShouldContain("\"action_id\":\"follow_up_2\",\"text\":{\"type\":\"plain_text\",\"text\":\"Who led it?\",\"emoji\":false},\"value\":\"Who led it?\"");
        json.ShouldNotContain("follow_up_3");
    }

    [Fact]
    public void A_thumb_carries_the_verdict_and_the_reply()
    {
        SlackActions.VoteIn(SlackActions.Vote("a/1", isHelpful: true)).ShouldBe(("a/1", true));
        SlackActions.VoteIn(SlackActions.Vote("a/1", isHelpful: false)).ShouldBe(("a/1", false));
        SlackActions.VoteIn("a/1").ShouldBeNull();
    }

    [Fact]
    public void A_source_without_a_name_has_one_to_click_on()
    {
        string json = SlackReply.Of(new Reply("r1", [SomeReply.Paragraph(), new EvidenceStrip(["As of today"]), new Sources([new Source(1, "https://news.example/1", null, "\u202E", null, false, [])])]), InRoom).Blocks.ToJsonString();
        json.ShouldContain("Untitled article");
    }

    private static SlackMessage Of(Answer answer) => SlackReply.Of(ReplyComposer.Compose(answer), InRoom);

    private static void Approve(SlackMessage message)
    {
        message.Breaches().ShouldBeEmpty();
        $"{message.Text}\n\n{message.Blocks.ToJsonString(Indented)}\n".ShouldMatchApproved(options => options.SubFolder("Approved").LocateTestMethodUsingAttribute<FactAttribute>());
    }
}
