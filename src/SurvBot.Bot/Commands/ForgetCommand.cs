using System.CommandLine;
using SurvBot.Answers;
using SurvBot.Bot.Channels.Mcp;
using SurvBot.Bot.Channels.Web;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Commands;

/// <summary>Forgets what a person, or a whole workspace, asked and was answered.</summary>
internal sealed class ForgetCommand : Verb
{
    private const string ThisCommandLine = "console";

    private readonly CommandEnvironment environment;

    private readonly Option<string> channel = new("--channel") { Description = "The medium: web, slack, teams, mcp or console", HelpName = "NAME", DefaultValueFactory = _ => WebChannel.ChannelName };
    private readonly Option<string?> workspace = new("--workspace") { Description = "The Slack workspace or Teams tenant; the others have one only", HelpName = "ID" };
    private readonly Option<string?> user = new("--user") { Description = "The person, by the platform's id; without it the whole workspace is forgotten", HelpName = "ID" };

    public ForgetCommand(CommandEnvironment environment) : base(
        "forget", "Forget all that a person or a workspace asked and was answered, so that no trace is left on the disk.",
        "forget --user 6f9619ff-8b86-d011-b42d-00cf4fc964ff",
        "forget --channel slack --workspace T024BE7LD --user U012A3CDE",
        "forget --channel teams --workspace 72f988bf-86f1-41af-91ab-2d7cd011db47")
    {
        this.environment = environment;
        Options.Add(channel);
        Options.Add(workspace);
        Options.Add(user);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string medium = result.GetValue(channel)!;
        string? place = result.GetValue(workspace) ?? (medium is WebChannel.ChannelName or McpOptions.ChannelName or ThisCommandLine ? medium : null);
        if (place is null)
            throw CommandException.WrongUse($"--workspace is needed: which workspace of {medium}?");
        var data = result.DataFolder(environment);
        data.RequireChats();
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        var forgetting = services.GetRequiredService<Forgetting>();
        int turns = result.GetValue(user) is { } person
            ? await forgetting.ForgetUserAsync(Key.Of(medium, place, person), cancellationToken)
            : await forgetting.ForgetWorkspaceAsync(medium == ThisCommandLine ? Asker.CommandLine.Workspace : Key.Of(medium, place), cancellationToken);
        environment.WriteLine(turns == 1 ? "Forgot 1 question and its answer." : $"Forgot {turns} questions and their answers.");
        return ExitCodes.Done;
    }
}
