using SurvBot.Bot.Commands;

return await new CommandRunner(CommandEnvironment.OfProcess()).RunAsync(args);
