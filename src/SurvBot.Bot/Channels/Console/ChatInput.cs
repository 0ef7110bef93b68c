using System.Text.RegularExpressions;

namespace SurvBot.Bot.Channels.Console;

/// <summary>What a person wants by a line in a chat.</summary>
public abstract record ChatInput;

/// <summary>An empty line.</summary>
public sealed record NoInput : ChatInput;

/// <summary>Wants to know something.</summary>
public sealed record AskInput(string Question) : ChatInput;

/// <summary>Asks one of the follow-ups of the last answer, counted from 1.</summary>
public sealed record FollowUpInput(int Number) : ChatInput;

/// <summary>Wants to see a source of the last answer with its quotes.</summary>
public sealed record SourceInput(int N) : ChatInput;

/// <summary>Wants to see what was asked so far.</summary>
public sealed record HistoryInput : ChatInput;

/// <summary>Changes the subject: what was said before no longer counts.</summary>
public sealed record NewThreadInput : ChatInput;

/// <summary>Wants to know what can be typed.</summary>
public sealed record HelpInput : ChatInput;

/// <summary>Ends the chat.</summary>
public sealed record QuitInput : ChatInput;

/// <summary>Reads a line of a chat: a command is a line that says nothing else, and everything else is a question.</summary>
public static partial class ChatInputParser
{
    public static ChatInput Parse(string line) => line.Trim() switch
    {
        "" => new NoInput(),
        var text when Number().Match(text) is { Success: true } number => new FollowUpInput(int.Parse(number.ValueSpan)),
        var text when SourceNumber().Match(text) is { Success: true } source => new SourceInput(int.Parse(source.Groups["n"].ValueSpan)),
        var text => text.ToLowerInvariant() switch
        {
            "history" => new HistoryInput(),
            "new" => new NewThreadInput(),
            "help" or "?" => new HelpInput(),
            "quit" or "exit" => new QuitInput(),
            _ => new AskInput(text),
        },
    };

    // Longer numbers, such as years, are no follow-up: nobody counts that far.
    [GeneratedRegex("^[0-9]{1,2}$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(source\s+\[?(?<n>[0-9]{1,4})\]?|\[(?<n>[0-9]{1,4})\])$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SourceNumber();
}
