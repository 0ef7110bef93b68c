using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;

namespace SurvBot.Bot.Commands;

/// <summary>The whole command line.</summary>
internal sealed class SurvBotCommand : Verb
{
    public const string ProgramName = "survbot";

    public SurvBotCommand(CommandEnvironment environment) : base(
        ProgramName,
        "Answers questions about AI-surveillance news from articles that you choose, with exact quotes.",
        "serve",
        "ask \"Who led SenseTime's 2018 funding round?\"",
        "ingest articles.jsonl saved-pages/",
        "search 'face recognition publisher:\"The Verge\" after:2018'",
        "doctor")
    {
        Options.Add(GlobalOptions.Data);
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        Options.Add(help);
        Options.Add(new VersionOption { Action = new PrintVersion(environment) });
        var serve = new ServeCommand(environment);
        Subcommands.Add(serve);
        Subcommands.Add(new AskCommand(environment));
        Subcommands.Add(new TimelineCommand(environment));
        Subcommands.Add(new ChatCommand(environment));
        Subcommands.Add(new SearchCommand(environment));
        Subcommands.Add(new IngestCommand(environment));
        Subcommands.Add(new ReembedCommand(environment));
        Subcommands.Add(new ArticlesCommand(environment));
        Subcommands.Add(new FeedsCommand(environment));
        Subcommands.Add(new AliasesCommand(environment));
        Subcommands.Add(new EvalCommand(environment));
        Subcommands.Add(new ReplayCommand(environment));
        Subcommands.Add(new ForgetCommand(environment));
        Subcommands.Add(new DeadLettersCommand(environment));
        Subcommands.Add(new UsageCommand(environment));
        Subcommands.Add(new PackageCommand(environment));
        Subcommands.Add(new DoctorCommand(environment));
        Subcommands.Add(new CalibrateCommand(environment));
        SetAction(serve.RunAsync);
    }

    private sealed class HelpWithExamples(HelpAction plain) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int code = plain.Invoke(parseResult);
            if (parseResult.CommandResult.Command is Verb { Examples.Count: > 0 } verb)
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (string example in verb.Examples)
                    output.WriteLine($"  {ProgramName} {example}");
                output.WriteLine();
            }
            return code;
        }
    }

    private sealed class PrintVersion(CommandEnvironment environment) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            string? version = typeof(SurvBotCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
            environment.WriteLine($"{ProgramName} {version?.Split('+')[0]}");
            return ExitCodes.Done;
        }
    }
}
