using System.Text.Json;
using SurvBot.Bot.Channels.Slack.Events;

namespace SurvBot.Tests.Channels.Slack;

/// <summary>What Slack sends, in its own words.</summary>
internal static class SomeSlack
{
    public const string Bot = "UBOT";

    /// <summary>The envelope of an event, with <paramref name="inner"/> as it happened.</summary>
    public static string Envelope(string inner, string id = "Ev1", string more = "") => $$"""
        {"token":"x","team_id":"T1","api_app_id":"A1","event":{{inner}},"type":"event_callback","event_id":"{{id}}","event_time":1700000000{{more}},
         "authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"UBOT","is_bot":true,"is_enterprise_install":false}]}
        """;

    public static SlackEvent Event(string inner, string id = "Ev1") => SlackReader.Event(JsonElement.Parse(Envelope(inner, id))).ShouldNotBeNull();

    public static string Message(string text = "What is Viper?", string ts = "1700000000.000100", string more = "") =>
        $$"""{"type":"message","channel":"D1","channel_type":"im","user":"UANN","text":{{JsonSerializer.Serialize(text)}},"ts":"{{ts}}"{{more}}}""";

    public static string Mention(string text = "<@UBOT> What is Viper?", string ts = "1700000000.000100", string type = "app_mention", string more = "") =>
        $$"""{"type":"{{type}}","channel":"C1","user":"UANN","text":{{JsonSerializer.Serialize(text)}},"ts":"{{ts}}"{{more}}}""";

    public static SlackCommand Command(string text) => new()
    {
        Tenant = new SlackTenant(null, "T1", false),
        User = "UANN",
        Room = "C1",
        Text = text,
        ResponseUrl = ScriptedSlack.ResponseUrl,
        TriggerId = $"trigger {text}",
    };

    public static SlackInteraction Press(string action, string value, bool isEphemeral = false) => new()
    {
        Tenant = new SlackTenant(null, "T1", false),
        Type = "block_actions",
        User = "UANN",
        Room = "C1",
        Ts = "1700000001.000100",
        ThreadTs = isEphemeral ? null : "1700000000.000100",
        IsEphemeral = isEphemeral,
        ActionId = action,
        ActionTs = "1700000002.000100",
        Value = value,
        TriggerId = "trigger",
        ResponseUrl = ScriptedSlack.ResponseUrl,
    };
}
