using System.Text.RegularExpressions;

namespace SurvBot.Bot.Channels.Slack.Chats;

/// <summary>Tells what looks like a question from what people just say to each other.</summary>
internal static partial class QuestionForm
{
    public static bool IsOf(string text) => Asked().IsMatch(text) || Begun().IsMatch(text);

    [GeneratedRegex(@"\p{L}{2}.*[?？؟]\W*$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    // Three words at least, and no cry: not "What a day!" nor "Why not".
    [GeneratedRegex(@"^\W*((and|but|so|also)\s+)?(who|whom|whose|what|which|when|where|why|how)(['’]s)?\s+\S+\s+\S.*(?<![!\s])\s*$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Begun();
}
