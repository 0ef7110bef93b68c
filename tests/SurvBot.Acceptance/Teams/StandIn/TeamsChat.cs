using System.Globalization;
using System.Text.Json.Nodes;

namespace SurvBot.Acceptance.Teams.StandIn;

/// <summary>A place in Teams where a person writes, as Teams tells a bot of it.</summary>
internal sealed class TeamsChat
{
    public const string BotId = "28:11111111-1111-4111-8111-111111111111", Tenant = "22222222-2222-4222-8222-222222222222";

    private static int numbers;

    private TeamsChat(string kind, string id, string? team = null)
    {
        (Kind, Id, Team) = (kind, id, team);
        User = $"29:user-{Guid.NewGuid():N}";
    }

    public string Kind { get; }

    /// <summary>The conversation's id; in a channel also the thread.</summary>
    public string Id { get; }

    public string? Team { get; }

    /// <summary>Who writes.</summary>
    public string User { get; }

    public static TeamsChat Personal() => new("personal", $"a:{Guid.NewGuid():N}");

    public static TeamsChat Group() => new("groupChat", $"19:{Guid.NewGuid():N}@thread.v2");

    /// <summary>A thread in a channel of a team.</summary>
    public static TeamsChat Thread()
    {
        string channel = $"19:{Guid.NewGuid():N}@thread.tacv2";
        return new("channel", $"{channel};messageid={Number()}", channel);
    }

    /// <summary>What is said there, with those who are mentioned.</summary>
    public JsonObject Message(string text, string? id = null, params IEnumerable<JsonObject> mentions)
    {
        var message = Activity("message", id);
        (message["text"], message["entities"]) = (text, new JsonArray([.. mentions]));
        return message;
    }

    /// <summary>What is said to the bot, as it must be where others listen.</summary>
    public JsonObject Question(string text, string? id = null) => Kind == "personal" ? Message(text, id) : Message($"<at>SurvBot</at> {text}", id, Mention());

    public JsonObject Edited(string text, string id)
    {
        var edited = Question(text, id);
        (edited["type"], edited["channelData"]!["eventType"]) = ("messageUpdate", "editMessage");
        return edited;
    }

    public JsonObject Deleted(string id)
    {
        var deleted = Activity("messageDelete", id);
        deleted["channelData"]!["eventType"] = "softDeleteMessage";
        return deleted;
    }

    public JsonObject Installation(string action)
    {
        var installation = Activity("installationUpdate");
        installation["action"] = action;
        return installation;
    }

    public JsonObject MembersAdded()
    {
        var added = Activity("conversationUpdate");
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = BotId });
        return added;
    }

    public JsonObject Invoke(string name, JsonObject value, string? replyTo = null)
    {
        var invoke = Activity("invoke");
        (invoke["name"], invoke["value"]) = (name, value);
        if (replyTo is not null)
            invoke["replyToId"] = replyTo;
        return invoke;
    }

    public static JsonObject Mention(string id = BotId, string text = "<at>SurvBot</at>") =>
        new() { ["type"] = "mention", ["text"] = text, ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = text.Replace("<at>", "", StringComparison.Ordinal).Replace("</at>", "", StringComparison.Ordinal) } };

    private JsonObject Activity(string type, string? id = null)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } };
        if (Team is not null)
            (data["team"], data["channel"]) = (new JsonObject { ["id"] = Team }, new JsonObject { ["id"] = Team });
        return new()
        {
            ["type"] = type,
            ["id"] = id ?? Number(),
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = User, ["name"] = "Ada", ["aadObjectId"] = $"aad-{User}" },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "SurvBot" },
            ["conversation"] = new JsonObject { ["id"] = Id, ["conversationType"] = Kind, ["tenantId"] = Tenant, ["isGroup"] = Kind != "personal" },
            ["channelData"] = data,
        };
    }

    private static string Number() => (1_700_000_000_000 + Interlocked.Increment(ref numbers)).ToString(CultureInfo.InvariantCulture);
}
