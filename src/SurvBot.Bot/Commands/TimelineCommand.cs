using System.CommandLine;
using SurvBot.Answers.Timelines;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Commands;

/// <summary>Tells in order what the articles say happened to somebody or something.</summary>
internal sealed class TimelineCommand : Verb
{
    private readonly CommandEnvironment environment;

    private readonly Argument<string[]> words = new("subject") { Description = "A company, place, person or technology", Arity = ArgumentArity.OneOrMore };
    private readonly DateOption from = new("--from", "Only what happened in or after this year, month or day (UTC)");
    private readonly DateOption to = new("--to", "Only what happened up to the end of this year, month or day (UTC)");
    private readonly AsOfOption asOf = new();

    public TimelineCommand(CommandEnvironment environment) : base(
        "timeline", "Tell in order what happened, each entry quoted and cited. Exit code 0 with entries, 3 without any, 1 after an error.",
        "timeline SenseTime",
        "timeline \"Clearview AI\" --from 2020 --to 2022-06",
        "timeline Detroit --as-of 2020-06 --json")
    {
        this.environment = environment;
        Arguments.Add(words);
        from.AddTo(this);
        to.AddTo(this);
        asOf.AddTo(this);
        Options.Add(GlobalOptions.Json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string subject = string.Join(' ', result.GetValue(words) ?? []).Trim();
        if (subject.Length == 0)
            throw CommandException.WrongUse("Name a company, a place, a person or a technology.");
        var request = new TimelineRequest(subject) { From = from.Read(result)?.Start, To = to.Read(result)?.End };
        var askedAt = asOf.Read(result) ?? environment.Clock.GetUtcNow();

        var data = result.DataFolder(environment);
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        await environment.PrepareCorpusAsync(services, cancellationToken);
        var answer = await services.GetRequiredService<TimelineTeller>().TellAsync(request, askedAt, cancellationToken);
        if (result.GetValue(GlobalOptions.Json))
            environment.WriteJson(answer);
        else
            new TerminalPage(environment.Output).Write(new ConsoleReplyRenderer().Render(ReplyComposer.Compose(answer)));
        return ExitCodes.Of(answer.Status);
    }
}
