using System.CommandLine;
using SurvBot.Answers;
using SurvBot.Bot.Channels.Console;

namespace SurvBot.Bot.Commands;

/// <summary>Answers one question after another, each with those before it in mind.</summary>
internal sealed class ChatCommand : Verb
{
    private readonly CommandEnvironment environment;

    private readonly AsOfOption asOf = new();

    public ChatCommand(CommandEnvironment environment) : base(
        "chat", "Ask one question after another; 'help' in the chat says what can be typed. Reads questions from a pipe too, one a line.",
        "chat",
        "chat --as-of 2020-06",
        "chat < questions.txt")
    {
        this.environment = environment;
        asOf.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var askedAt = asOf.Read(result);
        await using var services = await environment.ComposeAsync(result.DataFolder(environment), cancellationToken);
        await environment.PrepareCorpusAsync(services, cancellationToken);
        var session = new ChatSession(services.GetRequiredService<AnswerService>(), Terminal(), () => askedAt ?? environment.Clock.GetUtcNow(),
            (question, answer) => environment.KeepReceiptAsync(services, question, answer, cancellationToken));
        await session.RunAsync(cancellationToken);
        return ExitCodes.Done;
    }

    private ChatTerminal Terminal() =>
        new(environment.Input, environment.Output, environment.Errors, environment.IsInputTyped, showsProgress: environment.Errors.Profile is { Out.IsTerminal: true, Capabilities.Ansi: true });
}
