using Spectre.Console;

namespace SurvBot.Bot.Channels.Console;

/// <summary>The two ends of a chat: lines in, blocks and notices out.</summary>
/// <param name="input">What is typed, or a pipe.</param>
/// <param name="output">For answers.</param>
/// <param name="notices">For prompts, progress and what could not be done.</param>
/// <param name="isTyped">Whether a person types: a pipe gets no greeting and no prompt.</param>
/// <param name="showsProgress">Whether somebody looks at the notices.</param>
public sealed class ChatTerminal(TextReader input, IAnsiConsole output, IAnsiConsole notices, bool isTyped, bool showsProgress)
{
    private readonly TerminalPage page = new(output);

    /// <summary>What is being done between a question and its answer.</summary>
    public ProgressLine Progress { get; } = new(notices, showsProgress);

    public void Greet()
    {
        if (isTyped)
            Tell("Ask a question, or type 'help'.");
    }

    /// <summary>The next line; null when there are no more.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        Prompt("> ");
        // A terminal's reader knows no cancellation: the wait for it is given up instead.
        string? line = await Task.Run(input.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        if (line is null)
            Prompt(Environment.NewLine);
        return line;
    }

    /// <summary>Something to read, with an empty line after it.</summary>
    public void Show(TerminalBlock block)
    {
        page.Write(block);
        page.Blank();
    }

    /// <summary>One line about the chat itself.</summary>
    public void Tell(string line) => notices.Profile.Out.Writer.WriteLine(line);

    private void Prompt(string text)
    {
        if (!isTyped)
            return;
        notices.Profile.Out.Writer.Write(text);
        notices.Profile.Out.Writer.Flush();
    }
}
