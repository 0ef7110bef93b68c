using Spectre.Console;

namespace SurvBot.Bot.Channels.Console;

/// <summary>One line that says what is being done, and goes when it is done.</summary>
/// <param name="console">Where it stands.</param>
/// <param name="isShown">Whether somebody looks on: in a file or a pipe it would stay.</param>
public sealed class ProgressLine(IAnsiConsole console, bool isShown)
{
    private const string EraseLine = "\r\u001b[2K";

    /// <summary>Puts <paramref name="text"/> in place of what the line says.</summary>
    public void Show(string text)
    {
        string line = TerminalText.Line(text);
        // A line that is wrapped cannot be erased.
        Write(EraseLine + line[..Math.Min(line.Length, Math.Max(0, console.Profile.Width - 1))]);
    }

    public void Clear() => Write(EraseLine);

    private void Write(string text)
    {
        if (!isShown)
            return;
        console.Profile.Out.Writer.Write(text);
        console.Profile.Out.Writer.Flush();
    }
}
