using System.CommandLine;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Commands;

/// <summary>Lists which names are one organisation's or person's, or gathers them from the articles.</summary>
internal sealed class AliasesCommand : Verb
{
    private readonly CommandEnvironment environment;

    public AliasesCommand(CommandEnvironment environment) : base(
        "aliases", $"List other names of organisations and people, as {AliasFile.Name} in the data folder has them: a group a line, names separated by tabs.", "aliases", "aliases --json", "aliases gather")
    {
        this.environment = environment;
        Options.Add(GlobalOptions.Json);
        SetAction(ListAsync);
        var gather = new NamedVerb("gather", "Write what the articles say with certainty below your own lines.", "aliases gather");
        gather.SetAction(GatherAsync);
        Subcommands.Add(gather);
    }

    private async Task<int> ListAsync(ParseResult result, CancellationToken cancellationToken)
    {
        await using var services = await environment.ComposeAsync(result.DataFolder(environment), cancellationToken);
        var text = services.GetRequiredService<AliasText>();
        environment.TellFaults(text);
        if (result.GetValue(GlobalOptions.Json))
            environment.WriteJson(text);
        else if (text.Groups.Count == 0)
            environment.Tell($"There are no aliases yet: run 'survbot aliases gather', or write names separated by tabs to {services.GetRequiredService<AliasFile>().FilePath}.");
        else
            foreach (var group in text.Groups)
                environment.WriteLine(TerminalText.Line($"{group.Shown}: {string.Join("; ", group.Names.Skip(1))}{(group.IsGathered ? " (gathered)" : "")}"));
        return ExitCodes.Done;
    }

    private async Task<int> GatherAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var data = result.DataFolder(environment);
        data.RequireCorpus();
        await using var services = await environment.ComposeAsync(data, cancellationToken);
        var store = services.GetRequiredService<ICorpusStore>();
        using var writing = data.LockForWriting(store);
        var text = services.GetRequiredService<AliasText>();
        environment.TellFaults(text);
        var gatherer = new AliasGatherer();
        await foreach (var article in store.ListArticlesAsync(cancellationToken))
            gatherer.Read(article);
        var gathered = gatherer.Certain(text.Groups.Where(group => !group.IsGathered));
        var file = services.GetRequiredService<AliasFile>();
        file.WriteGathered(gathered);
        environment.WriteLine(TerminalText.Line($"Gathered {gathered.Count} into {file.FilePath}; your own lines above stay as they are."));
        return ExitCodes.Done;
    }
}

/// <summary>Says which lines of the file of aliases cannot be read.</summary>
internal static class AliasFaults
{
    /// <summary>A line for each.</summary>
    public static void TellFaults(this CommandEnvironment environment, AliasText text)
    {
        foreach (string fault in text.Faults)
            environment.Tell(TerminalText.Line($"{AliasFile.Name}, {fault}."));
    }
}
