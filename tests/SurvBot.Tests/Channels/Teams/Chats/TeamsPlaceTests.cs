using System.Text.Json;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Chats;

namespace SurvBot.Tests.Channels.Teams.Chats;

public sealed class TeamsPlaceTests
{
    private static readonly Activity Said = new()
    {
        Type = "message",
        ServiceUrl = ScriptedConnector.ServiceUrl,
        From = new ChannelAccount("29:ann", "Ann", "0000-ann"),
        Conversation = new ConversationAccount("19:room@thread.tacv2;messageid=1700", "channel", "tenant"),
        ChannelData = JsonSerializer.SerializeToElement(new { team = new { id = "19:team" } }),
    };

    [Fact]
    public void A_thread_of_a_channel_is_a_conversation_of_its_own()
    {
        var place = TeamsPlace.Of(Said).ShouldNotBeNull();
        (place.Address.Workspace, place.Address.Room, place.Address.Thread).ShouldBe(("tenant", "19:room@thread.tacv2", "1700"));
        TeamsPlace.ConversationOf(place.Address).ShouldBe(Said.Conversation!.Id);
        (place.UserId, place.Home, place.Route.IsPersonal).ShouldBe(("0000-ann", "19:team", false));
    }

    [Fact]
    public void A_chat_of_one_person_is_one_conversation()
    {
        var place = TeamsPlace.Of(Said with { Conversation = new ConversationAccount("a:1", "personal", "tenant"), ChannelData = null }).ShouldNotBeNull();
        (place.Address.Room, place.Address.Thread, place.Home, place.Route.User).ShouldBe(("a:1", "", "a:1", "29:ann"));
        TeamsPlace.ConversationOf(place.Address).ShouldBe("a:1");
    }

    [Fact]
    public void The_tenant_may_stand_beside_it() =>
        TeamsPlace.Of(Said with { Conversation = new ConversationAccount("a:1"), ChannelData = JsonSerializer.SerializeToElement(new { tenant = new { id = "other" } }) })!.Address.Workspace.ShouldBe("other");

    [Fact]
    public void Nobody_answers_what_does_not_say_who_where_and_how()
    {
        TeamsPlace.Of(Said with { From = null }).ShouldBeNull();
        TeamsPlace.Of(Said with { From = new ChannelAccount(null) }).ShouldBeNull();
        TeamsPlace.Of(Said with { Conversation = new ConversationAccount("") }).ShouldBeNull();
        TeamsPlace.Of(Said with { ServiceUrl = null }).ShouldBeNull();
    }
}
