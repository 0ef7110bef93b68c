using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SurvBot.Bot.Replies;
using CitationMarker = SurvBot.Answers.CitationMarker;

namespace SurvBot.Bot.Channels.Slack.Rendering;

/// <summary>Makes the message that shows a reply, within all that Slack takes.</summary>
internal static partial class SlackReply
{
    // The documentation recommends 4,000 characters of text, takes 12,000 of streamed markdown and 50 blocks.
    private const int MostFallback = 4000, MostStreamed = 12_000, MostSpan = 3000, MostBlocks = 50, MostSize = 12_000;

    /// <summary>The reply; quotes and what would be too long for a chat wait behind buttons.</summary>
    public static SlackMessage Of(Reply reply, SlackReplyOptions options) => Fitting(SlackCuts.WithQuotes(reply, 0), cut =>
    [
        .. ReadOn(cut),
        .. ShowSources(cut),
        .. Find<FollowUps>(cut) is { Widened: { } question } ? BlockKit.Ask(SlackActions.Widen, "Search all dates", question) : [],
        .. Offer(options.WithShare, "Share here", SlackActions.Share, cut),
    ]);

    /// <summary>What is said so far, as markdown: as the answer grows, it begins with what it was before.</summary>
    public static string TextSoFar(Reply partial)
    {
        var sources = Addresses(partial);
        var said = partial.Blocks.Select(block => Pieces(block, sources).Where(piece => piece.Length > 0).ToList()).Where(pieces => pieces.Count > 0);
        return Within(MostStreamed, said.SelectMany<List<string>, string>((pieces, i) => i == 0 ? pieces : ["\n\n", .. pieces]), "").Trim();
    }

    /// <summary>What is said where nobody knows whether the reply stands in the chat: not the same twice, but a way to it.</summary>
    public static SlackMessage InDoubt(Reply reply)
    {
        const string Note = "I was interrupted while I sent an answer here. If it is not above, open it below.";
        return new(Note, [BlockKit.RichText(BlockKit.Section(BlockKit.Run(Note))), BlockKit.Actions(Offer(true, "Show the answer", SlackActions.Answer, reply))]);
    }

    /// <summary>What a click asked for: all sources with their quotes, all that is said, or the answer that may be missing. It stands by itself, for who clicked.</summary>
    public static SlackMessage Opened(Reply reply, string verb) => verb switch
    {
        SlackActions.Sources => Fitting(reply with { Blocks = [.. reply.Blocks.Where(block => block is EvidenceStrip or Sources or FeedbackRequest)] }, _ => []),
        SlackActions.More => Fitting(SlackCuts.WithQuotes(Unfolded(reply), 0), ShowSources, "The rest is longer than a message can be."),
        _ => Of(reply, new SlackReplyOptions(WithShare: false)),
    };

    private static SlackMessage Fitting(Reply reply, Func<Reply, IEnumerable<JsonObject>> buttons, string? ending = null)
    {
        var renderer = new SlackReplyRenderer(reply.Id, Addresses(reply));
        var fitting = SlackCuts.Of(reply).Select(cut => Blocks(cut, renderer, [.. buttons(cut)], Find<More>(cut) is null ? null : ending)).First(blocks => blocks.Count <= MostBlocks && blocks.Sum(BlockKit.Size) < MostSize);
        return new(Fallback(reply), new JsonArray([.. fitting]));
    }

    /// <summary>From top to bottom; of what stands around the answer, there is one of each.</summary>
    private static List<JsonObject> Blocks(Reply reply, SlackReplyRenderer renderer, IReadOnlyList<JsonObject> buttons, string? ending) =>
    [
        .. reply.Blocks.Where(SlackCuts.IsSaid).SelectMany(block => block.Render(renderer)),
        .. ending is null ? [] : new Caveat(ending).Render(renderer),
        .. Find<EvidenceStrip>(reply)?.Render(renderer) ?? [],
        .. Find<Sources>(reply)?.Render(renderer) ?? [],
        .. buttons.Count == 0 ? Array.Empty<JsonObject>() : [BlockKit.Actions(buttons)],
        .. Find<FollowUps>(reply)?.Render(renderer) ?? [],
        .. Find<FeedbackRequest>(reply)?.Render(renderer) ?? [],
    ];

    private static IEnumerable<JsonObject> ReadOn(Reply reply) => Offer(Find<More>(reply) is not null, "Read on", SlackActions.More, reply);

    private static IEnumerable<JsonObject> ShowSources(Reply reply)
    {
        int count = Find<Sources>(reply)?.Items.Count ?? 0;
        return Offer(count > 0, count == 1 ? "Show the source" : $"Show {count} sources", SlackActions.Sources, reply);
    }

    private static IEnumerable<JsonObject> Offer(bool isOffered, string title, string action, Reply reply) => isOffered ? [BlockKit.Button(action, title, reply.Id)] : [];

    private static Reply Unfolded(Reply reply) => reply with { Blocks = [.. reply.Blocks.SelectMany(block => block is More more ? more.Blocks : [block])] };

    // Whoever hears the message read out, or sees it announced, wants what is said and by whom.
    private static string Fallback(Reply reply)
    {
        var lines = ReplyText.Of(reply with { Blocks = [.. reply.Blocks.Where(block => SlackCuts.IsSaid(block) || block is EvidenceStrip or Sources)] }).Split('\n');
        string text = Within(MostFallback, lines.Select(line => SlackWords.Escaped(line, MostSpan)), "\n").Trim();
        return text.Length > 0 ? text : "SurvBot";
    }

    /// <summary>As many of the pieces as fit, whole: half a piece could be half an escape.</summary>
    private static string Within(int most, IEnumerable<string> pieces, string between)
    {
        int length = -between.Length;
        return string.Join(between, pieces.TakeWhile(piece => (length += between.Length + piece.Length) <= most));
    }

    private static IEnumerable<string> Pieces(ReplyBlock block, Dictionary<int, string> sources) => block switch
    {
        Paragraph paragraph => Joined(paragraph.Spans.Where(span => span.Text is not null || sources.ContainsKey(span.Citation ?? 0))).Select(span => span.Text is { } words ? Spaced(words) : Marker(span.Citation ?? 0, sources)),
        // Plain: whether it is a remark shows only when the answer has its first citation.
        Caveat caveat => [SlackWords.Escaped(caveat.Text, MostSpan)],
        _ => [],
    };

    // What is nothing by itself can be mark-up together with what comes next.
    private static List<ReplySpan> Joined(IEnumerable<ReplySpan> spans)
    {
        var joined = new List<ReplySpan>();
        foreach (var span in spans)
            if (span.Text is { } words && joined is [.., { Text: { } before }])
                joined[^1] = ReplySpan.Of(before + words);
            else
                joined.Add(span);
        return joined;
    }

    private static string Spaced(string words) => SlackWords.Escaped(words, MostSpan) is { Length: > 0 } shown ? $"{(char.IsWhiteSpace(words[0]) ? " " : "")}{shown}{(char.IsWhiteSpace(words[^1]) ? " " : "")}" : "";

    // An address that markdown could read otherwise than it is written is linked only at the end, in the blocks; until then the gap keeps what follows from becoming one.
    private static string Marker(int n, Dictionary<int, string> sources) => SimpleAddress().IsMatch(sources[n]) ? $"[{CitationMarker.Of(n)}]({sources[n]})" : CitationMarker.Of(n) + PlainLine.Gap;

    private static Dictionary<int, string> Addresses(Reply reply)
    {
        var addresses = new Dictionary<int, string>();
        foreach (var source in Find<Sources>(reply)?.Items ?? [])
            addresses.TryAdd(source.N, source.Url);
        return addresses;
    }

    private static T? Find<T>(Reply reply)
        where T : ReplyBlock => reply.Blocks.OfType<T>().FirstOrDefault();

    [GeneratedRegex(@"^https?://[\w.~:/?#@!$&'+,=%-]{1,500}$", RegexOptions.ECMAScript)]
    private static partial Regex SimpleAddress();
}
