using Spectre.Console;

namespace SurvBot.Tests.Support;

/// <summary>A console that remembers what a person would see; with colours, also the escape sequences.</summary>
internal sealed class PlainConsole : IDisposable
{
    private readonly StringWriter written = new() { NewLine = "\n" };

    public PlainConsole(int width = 80, bool colours = false)
    {
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(written),
        });
        Console.Profile.Width = width;
    }

    public IAnsiConsole Console { get; }

    public string Text => written.ToString().ReplaceLineEndings("\n");

    public void Dispose() => written.Dispose();
}
