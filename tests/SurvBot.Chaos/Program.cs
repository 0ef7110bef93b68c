using SurvBot.Bot.Commands;
using SurvBot.Chaos;

// The program itself, with one channel more: everything between that channel and the disk is what is shipped.
var process = CommandEnvironment.OfProcess();
var options = ChaosOptions.Read(process.Variable);
return await new CommandRunner(new CommandEnvironment
{
    Output = process.Output,
    Errors = process.Errors,
    Clock = process.Clock,
    CurrentDirectory = process.CurrentDirectory,
    Variable = process.Variable,
    Replace = services => services.AddChaos(options),
}).RunAsync(args);
