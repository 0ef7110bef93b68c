using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Acceptance.Chaos;
using SurvBot.Acceptance.Web;

namespace SurvBot.Acceptance.Teams.StandIn;

/// <summary>The built program beside a stand-in for Teams, and the hands of those who write there.</summary>
public sealed class TeamsBot : IAsyncLifetime
{
    public const string Question = "Who led SenseTime's 2018 funding round?", AnswerWord = "Alibaba";

    private ConnectorStandIn? connector;

    public TeamsBot()
    {
        foreach (var (name, value) in Settings)
            Served.SurvBot.Environment[name] = value;
        Served.SurvBot.Environment["SurvBot__Embedding__ModelPath"] = Path.Combine(Served.SurvBot.Folder, "none");
    }

    /// <summary>Lets in this machine without a token, and answers as many questions as tests ask.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["SurvBot__Delivery__UserPerMinute"] = "1000000",
        ["SurvBot__Delivery__WorkspacePerMinute"] = "1000000",
        ["SurvBot__Delivery__Sending"] = "16",
        ["SurvBot__Delivery__FirstPause"] = "00:00:00.2",
    };

    public ServedSurvBot Served { get; } = new();

    internal ConnectorStandIn Connector => connector ?? throw new InvalidOperationException("It was not started.");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connector = await ConnectorStandIn.StartAsync();
        await Served.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Served.DisposeAsync();
        if (connector is not null)
            await connector.DisposeAsync();
    }

    /// <summary>Tells the bot of something; gives the status and the body of its answer.</summary>
    internal async Task<(HttpStatusCode Status, JsonElement Body)> TellAsync(JsonObject activity)
    {
        activity["serviceUrl"] = Connector.ServiceUrl;
        if (activity["conversation"]!["conversationType"]!.GetValue<string>() == "personal")
            Connector.AddPersonalChat(activity["conversation"]!["id"]!.GetValue<string>());
        using var response = await Served.Http.PostAsJsonAsync(new Uri($"{Served.Url}api/messages"), activity, Stop);
        string body = await response.Content.ReadAsStringAsync(Stop);
        return (response.StatusCode, body.Length == 0 ? default : JsonElement.Parse(body));
    }

    /// <summary>Tells the bot of something that it has only to take in.</summary>
    internal async Task SayAsync(JsonObject activity) => (await TellAsync(activity)).Status.ShouldBe(HttpStatusCode.OK);

    /// <summary>Asks, and waits for the one answer.</summary>
    internal async Task<Post> AskAsync(TeamsChat chat, string question = Question, string? id = null)
    {
        int before = Connector.PostsIn(chat.Id).Count;
        await SayAsync(chat.Question(question, id));
        return await SaidAsync(chat, before + 1);
    }

    /// <summary>The last message in a chat, when there are so many.</summary>
    internal async Task<Post> SaidAsync(TeamsChat chat, int messages = 1)
    {
        await Eventually.BeTrueAsync(() => Connector.PostsIn(chat.Id).Count >= messages, $"{messages} messages in {chat.Id}; asked was for {string.Join(", ", Connector.RequestsFor(chat.Id).Select(sent => sent.Kind))}");
        return Connector.PostsIn(chat.Id)[messages - 1];
    }

    /// <summary>Presses a button of a card.</summary>
    internal async Task<JsonElement> PressAsync(TeamsChat chat, Post post, string title)
    {
        var button = post.Button(title);
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = button.TextOf("verb"), ["data"] = JsonNode.Parse(button.GetProperty("data").GetRawText()) };
        var (status, body) = await TellAsync(chat.Invoke("adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = "manual" }, post.Id));
        status.ShouldBe(HttpStatusCode.OK);
        body.NumberOf("statusCode").ShouldBe(200);
        return body;
    }

    /// <summary>Waits until nothing is left to answer or to send, with nothing put aside.</summary>
    internal Task SettleAsync() => Eventually.BeTrueAsync(() => Ledger.OpenRows(Served.SurvBot.Data) == 0, "nothing waits or was put aside");

    /// <summary>Whether words are anywhere in the files in which chats are kept.</summary>
    internal bool Keeps(string words)
    {
        byte[] sought = Encoding.UTF8.GetBytes(words);
        return Directory.EnumerateFiles(Served.SurvBot.Data, "chats.db*").Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(sought) >= 0;
        });
    }

    /// <summary>No rule of Teams was broken since the start.</summary>
    internal void ShouldKeepTheRules() => Connector.Violations.ShouldBeEmpty();
}
