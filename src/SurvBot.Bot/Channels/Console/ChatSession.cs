using System.Diagnostics;
using SurvBot.Answers;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Console;

/// <summary>Questions and answers in turn, until somebody quits or there are no more lines.</summary>
/// <param name="answers">Answers them.</param>
/// <param name="terminal">Where the person sits.</param>
/// <param name="askedAt">The instant at which a question is asked.</param>
/// <param name="answered">Is told each question with its answer.</param>
public sealed class ChatSession(AnswerService answers, ChatTerminal terminal, Func<DateTimeOffset> askedAt, Func<Question, Answer, Task> answered)
{
    // What was said longer ago is hardly what "it" means.
    private const int TurnsRemembered = 6;

    private readonly ConsoleReplyRenderer renderer = new(numbersFollowUps: true);
    private readonly List<string> asked = [];
    private readonly List<Turn> thread = [];
    private Reply? last;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        terminal.Greet();
        while (await terminal.ReadLineAsync(cancellationToken) is { } line && ChatInputParser.Parse(line) is var input and not QuitInput)
            await HeedAsync(input, cancellationToken);
    }

    private async Task HeedAsync(ChatInput input, CancellationToken cancellationToken)
    {
        switch (input)
        {
            case AskInput { Question: var question }:
                await AskAsync(question, cancellationToken);
                break;
            case FollowUpInput { Number: var number }:
                await AskFollowUpAsync(number, cancellationToken);
                break;
            case SourceInput { N: var n }:
                ShowSource(n);
                break;
            case HistoryInput:
                ShowHistory();
                break;
            case NewThreadInput:
                StartThread();
                break;
            case HelpInput:
                terminal.Show(ChatHelp.Block);
                break;
        }
    }

    private async Task AskFollowUpAsync(int number, CancellationToken cancellationToken)
    {
        var proposed = InLastReply<FollowUps>()?.Questions ?? [];
        if (number >= 1 && number <= proposed.Count)
            await AskAsync(proposed[number - 1], cancellationToken);
        else
            terminal.Tell($"No question has the number {number} now.");
    }

    private async Task AskAsync(string question, CancellationToken cancellationToken)
    {
        asked.Add(question);
        var inThread = new Question(question, askedAt(), [.. thread.TakeLast(TurnsRemembered)]);
        var answer = await AnswerAsync(inThread, cancellationToken);
        last = ReplyComposer.Compose(answer);
        thread.Add(new Turn(question, ReplyText.AnswerOf(last)));
        terminal.Show(renderer.Render(last));
        await answered(inThread, answer);
    }

    /// <summary>The last step is the answer; those before it are shown while they last.</summary>
    private async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var step in answers.AnswerAsync(question, cancellationToken))
            {
                if (step is Answered { Answer: var answer })
                    return answer;
                if (ReplyComposer.Compose("", step).Blocks is [Progress progress])
                    terminal.Progress.Show(progress.Text);
            }
            throw new UnreachableException("An answer ends with itself.");
        }
        finally
        {
            terminal.Progress.Clear();
        }
    }

    private void ShowSource(int n)
    {
        if (InLastReply<Sources>()?.Items.FirstOrDefault(source => source.N == n) is { } source)
            terminal.Show(ConsoleReplyRenderer.Quoted(source));
        else
            terminal.Tell($"The last answer has no source {n}.");
    }

    private void ShowHistory()
    {
        if (asked.Count == 0)
            terminal.Tell("Nothing was asked yet.");
        else
            terminal.Show(new TerminalBlock([.. asked.Select(question => new TerminalLine(TerminalText.Line(question), "- "))]));
    }

    private void StartThread()
    {
        thread.Clear();
        last = null;
        terminal.Tell("New thread.");
    }

    private T? InLastReply<T>() where T : ReplyBlock => last?.Blocks.OfType<T>().FirstOrDefault();
}
