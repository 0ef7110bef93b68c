using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using SurvBot.Acceptance.Teams.StandIn;

namespace SurvBot.Acceptance.Teams;

/// <summary>What people do in Teams besides asking, and what the bot makes of it.</summary>
public sealed class ConversationTests(TeamsBot bot) : IClassFixture<TeamsBot>, IDisposable
{
    private const string Unanswerable = "Who bought the axolotl-parade of 2019?";

    // Enough for what is on its way to arrive; nothing can tell that nothing will.
    private static readonly TimeSpan AWhile = TimeSpan.FromMilliseconds(700);

    private readonly ConnectorStandIn connector = bot.Connector;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_person_sees_the_answer_grow_in_one_message_with_its_label_its_sources_and_thumbs()
    {
        var chat = TeamsChat.Personal();
        var post = await bot.AskAsync(chat);
        connector.RequestsFor(chat.Id).Select(sent => sent.Kind).ShouldBe([SentKind.Begin, SentKind.Final]);
        post.Text.ShouldContain(TeamsBot.AnswerWord);
        var label = post.Body.Items("entities").Single(MessageRules.IsLabel);
        label.Items("citation").ShouldNotBeEmpty();
        post.Body.GetProperty("channelData").GetProperty("feedbackLoop").TextOf("type").ShouldBe("default");
        (await bot.PressAsync(chat, post, post.Cards.Single().Items("actions").First().TextOf("title")!)).GetProperty("value").Strings().ShouldContain(text => text.Text == "Sources");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Where_others_listen_somebody_types_and_one_message_answers_in_the_same_thread(bool inChannel)
    {
        var chat = inChannel ? TeamsChat.Thread() : TeamsChat.Group();
        (await bot.AskAsync(chat)).Text.ShouldContain(TeamsBot.AnswerWord);
        connector.RequestsFor(chat.Id).Select(sent => sent.Kind).ShouldBe([SentKind.Typing, SentKind.Message]);
        chat.Id.Contains(";messageid=").ShouldBe(inChannel);
    }

    [Fact]
    public async Task What_is_not_said_to_the_bot_is_none_of_its_business_whatever_a_person_is_called()
    {
        var chat = TeamsChat.Group();
        await bot.SayAsync(chat.Message(TeamsBot.Question));
        await bot.SayAsync(chat.Message($"<at>SurvBot</at> {TeamsBot.Question}", null, TeamsChat.Mention("29:a-person-called-survbot")));
        await Task.Delay(AWhile, Stop);
        connector.RequestsFor(chat.Id).ShouldBeEmpty();
        bot.Keeps(chat.User).ShouldBeFalse();
    }

    [Fact]
    public async Task The_bot_s_mention_is_no_part_of_the_question_whatever_it_is_called_there_and_a_person_s_is()
    {
        var chat = TeamsChat.Group();
        await bot.SayAsync(chat.Message("<at>News &amp; Co</at> What did <at>SurvBot</at> say of axolotls?", null, TeamsChat.Mention(text: "<at>News &amp; Co</at>"), TeamsChat.Mention("29:a-person-called-survbot")));
        await bot.SaidAsync(chat);
        AskedIn(chat).ShouldBe(["What did SurvBot say of axolotls?"]);
    }

    [Theory, InlineData("personal"), InlineData("groupChat"), InlineData("channel")]
    public async Task An_installation_is_greeted_once_however_often_teams_tells_of_it(string kind)
    {
        var chat = Chat(kind);
        var installation = chat.Installation("add");
        await Task.WhenAll(bot.SayAsync(installation), bot.SayAsync(chat.MembersAdded()));
        await bot.SayAsync(installation.DeepClone().AsObject());
        var greeting = await bot.SaidAsync(chat);
        greeting.IsAnswer.ShouldBeFalse();
        greeting.Text.ShouldContain("AI-surveillance news");
        await Task.Delay(AWhile, Stop);
        connector.PostsIn(chat.Id).ShouldHaveSingleItem();
    }

    [Theory, InlineData("personal"), InlineData("groupChat"), InlineData("channel")]
    public async Task After_the_app_was_removed_nothing_of_what_was_asked_there_is_on_the_disk(string kind)
    {
        var (chat, other) = (Chat(kind), Chat(kind));
        string words = $"heliotrope-{Guid.NewGuid():N}";
        await bot.AskAsync(chat, $"{TeamsBot.Question} {words}");
        await bot.AskAsync(other, $"{TeamsBot.Question} other-{words}");
        await bot.SettleAsync();
        bot.Keeps(words).ShouldBeTrue();
        await bot.SayAsync(chat.Installation("remove-upgrade"));
        bot.Keeps($" {words}").ShouldBeTrue("a newer version of the app takes its place");
        await bot.SayAsync(chat.Installation("remove"));
        bot.Keeps($" {words}").ShouldBeFalse();
        bot.Keeps(chat.User).ShouldBeFalse();
        bot.Keeps($"other-{words}").ShouldBeTrue("another chat is not concerned");
    }

    [Fact]
    public async Task A_question_that_is_edited_is_answered_anew_once()
    {
        var chat = TeamsChat.Personal();
        (await bot.AskAsync(chat, Unanswerable, "1700000000001")).Text.ShouldNotContain(TeamsBot.AnswerWord);
        var edited = chat.Edited(TeamsBot.Question, "1700000000001");
        await bot.SayAsync(edited);
        await bot.SayAsync(edited.DeepClone().AsObject());
        (await bot.SaidAsync(chat, 2)).Text.ShouldContain(TeamsBot.AnswerWord);
        await Task.Delay(AWhile, Stop);
        connector.PostsIn(chat.Id).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_question_that_is_taken_back_is_forgotten_with_what_became_of_it_by_editing()
    {
        var chat = TeamsChat.Personal();
        string words = $"heliotrope-{Guid.NewGuid():N}";
        await bot.AskAsync(chat, $"{TeamsBot.Question} {words}", "1700000000002");
        await bot.SayAsync(chat.Edited($"{TeamsBot.Question} Edited, {words}", "1700000000002"));
        await bot.SaidAsync(chat, 2);
        await bot.SettleAsync();
        bot.Keeps(words).ShouldBeTrue();
        await bot.SayAsync(chat.Deleted("1700000000002"));
        bot.Keeps(words).ShouldBeFalse();
    }

    [Fact]
    public async Task An_invoke_that_nobody_knows_is_not_implemented()
    {
        var chat = TeamsChat.Personal();
        foreach (var invoke in (JsonObject[])[chat.Invoke("task/fetch", []), chat.Invoke("adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["verb"] = "format-the-disk" } }), chat.Invoke("message/submitAction", [])])
            (await bot.TellAsync(invoke)).Status.ShouldBe(HttpStatusCode.NotImplemented);
    }

    [Fact]
    public async Task A_thumb_and_its_words_are_kept_with_the_answer_that_they_are_about_in_both_forms_of_the_wire()
    {
        var chat = TeamsChat.Personal();
        var first = await bot.AskAsync(chat, id: "1700000000003");
        var second = await bot.AskAsync(chat, "Who founded SenseTime?", "1700000000004");
        await bot.SettleAsync();
        (await FeedbackAsync(chat, "dislike", """{"feedbackText":"Wrong \"round\""}""", first.Id)).ShouldBe("{}");
        // The emulator says neither which message it is nor puts the words into an object: the latest is meant.
        (await FeedbackAsync(chat, "like", "Just right", replyTo: null)).ShouldBe("{}");
        FeedbackOn(chat, "1700000000003").ShouldBe([("Unhelpful", "Wrong \"round\"")]);
        FeedbackOn(chat, "1700000000004").ShouldBe([("Helpful", "Just right")]);
        second.Id.ShouldNotBe(first.Id);

        (await FeedbackAsync(chat, "like", """{"feedbackText":""}""", first.Id)).ShouldBe("{}");
        FeedbackOn(chat, "1700000000003").ShouldBe([("Helpful", null)], "a later verdict takes the earlier one's place");
    }

    [Fact]
    public async Task A_thumb_in_another_chat_moves_no_answer_here()
    {
        var chat = TeamsChat.Group();
        var post = await bot.AskAsync(chat, id: "1700000000005");
        await bot.SettleAsync();
        (await FeedbackAsync(TeamsChat.Group(), "dislike", "Not mine", post.Id)).ShouldBe("{}");
        FeedbackOn(chat, "1700000000005").ShouldBeEmpty();
        (await FeedbackAsync(chat, "dislike", "Ours", post.Id)).ShouldBe("{}");
        FeedbackOn(chat, "1700000000005").ShouldBe([("Unhelpful", "Ours")]);
    }

    [Fact]
    public async Task Articles_are_found_from_where_a_message_is_written()
    {
        var named = await SearchAsync(new JsonObject { ["commandId"] = "searchArticles", ["parameters"] = Parameters("query", "SenseTime"), ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 } });
        var bare = await SearchAsync(new JsonObject { ["parameters"] = Parameters(null, "SenseTime") });
        foreach (var found in (JsonElement[])[named, bare])
        {
            found.TextOf("type").ShouldBe("result");
            var results = found.Items("attachments").ToList();
            results.Count.ShouldBeInRange(1, 25);
            results.ShouldAllBe(result => result.At("content") != null && result.At("preview") != null);
            results.SelectMany(result => result.GetProperty("content").Strings()).ShouldContain(text => text.Text.Contains("SenseTime"));
        }
        var opened = await SearchAsync(new JsonObject { ["parameters"] = Parameters("initialRun", "true") });
        opened.Items("attachments").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_search_that_cannot_be_read_or_finds_nothing_says_so()
    {
        foreach (string words in (string[])["after:yesterwhen", "xylocarp zzyzx"])
        {
            var said = await SearchAsync(new JsonObject { ["parameters"] = Parameters("query", words) });
            said.TextOf("type").ShouldBe("message");
            said.TextOf("text").ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Theory, InlineData("composeExtension/queryLink"), InlineData("composeExtension/anonymousQueryLink")]
    public async Task A_link_to_an_article_shows_it_and_another_link_shows_nothing(string name)
    {
        var chat = TeamsChat.Group();
        string url = (await SearchAsync(new JsonObject { ["parameters"] = Parameters("query", "SenseTime") }))
            .Items("attachments").First().GetProperty("content").Items("actions").First().TextOf("url")!;
        var (status, body) = await bot.TellAsync(chat.Invoke(name, new JsonObject { ["url"] = $"{url}#comments" }));
        status.ShouldBe(HttpStatusCode.OK);
        body.GetProperty("composeExtension").Items("attachments").ShouldHaveSingleItem().GetProperty("content").Strings().ShouldContain(text => text.Text == url);
        (_, body) = await bot.TellAsync(chat.Invoke(name, new JsonObject { ["url"] = "https://elsewhere.example/" }));
        body.GetProperty("composeExtension").Items("attachments").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_question_without_its_dates_is_a_button_away()
    {
        var chat = TeamsChat.Group();
        var post = await bot.AskAsync(chat, "Who led SenseTime's funding round in 2009?");
        var said = await bot.PressAsync(chat, post, "Search all dates");
        said.TextOf("type").ShouldBe("application/vnd.microsoft.activity.message");
        (await bot.SaidAsync(chat, 2)).IsAnswer.ShouldBeTrue();
        AskedIn(chat)[1].ShouldNotContain("2009");
    }

    public void Dispose() => bot.ShouldKeepTheRules();

    private static TeamsChat Chat(string kind) => kind switch
    {
        "personal" => TeamsChat.Personal(),
        "groupChat" => TeamsChat.Group(),
        _ => TeamsChat.Thread(),
    };

    private static JsonArray Parameters(string? name, string value) => [name is null ? new JsonObject { ["value"] = value } : new JsonObject { ["name"] = name, ["value"] = value }];

    private async Task<JsonElement> SearchAsync(JsonObject value)
    {
        var (status, body) = await bot.TellAsync(TeamsChat.Personal().Invoke("composeExtension/query", value));
        status.ShouldBe(HttpStatusCode.OK);
        return body.GetProperty("composeExtension");
    }

    private async Task<string> FeedbackAsync(TeamsChat chat, string reaction, string words, string? replyTo)
    {
        var value = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = words } };
        var (status, body) = await bot.TellAsync(chat.Invoke("message/submitAction", value, replyTo));
        status.ShouldBe(HttpStatusCode.OK);
        return body.GetRawText();
    }

    private IReadOnlyList<string> AskedIn(TeamsChat chat) => Read<string>("SELECT question FROM turns WHERE conversation_id = @conversation ORDER BY place", new { conversation = ConversationKey(chat) });

    private IReadOnlyList<(string Verdict, string? Reason)> FeedbackOn(TeamsChat chat, string message) =>
        Read<(string, string?)>("SELECT verdict, reason FROM feedback JOIN turns ON turns.id = reply_id WHERE conversation_id = @conversation AND message_id = @message", new { conversation = ConversationKey(chat), message });

    private static string ConversationKey(TeamsChat chat) => new Bot.Conversations.Address("teams", TeamsChat.Tenant, chat.Id.Split(";messageid=")[0], chat.Id.Split(";messageid=") is [_, var thread] ? thread : "").ConversationId;

    private IReadOnlyList<T> Read<T>(string sql, object parameters)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(bot.Served.SurvBot.Data, "chats.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return [.. connection.Query<T>(sql, parameters)];
    }
}
