using System.Collections.Concurrent;
using System.Diagnostics;

namespace SurvBot.Acceptance.Teams.StandIn;

/// <summary>Streams as Teams sees them, by "Stream bot messages" of its documentation.</summary>
/// <param name="broken">Is told each rule that is not kept.</param>
internal sealed class AnswerStreams(Action<Sent, string> broken)
{
    // A timer may ring some milliseconds early.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(950);

    private readonly ConcurrentDictionary<string, Stream> streams = new();

    /// <summary>Whether a chat may have a stream that nobody will end, since who began it is dead.</summary>
    public bool MayBeLeftOpen { get; set; }

    /// <summary>The next one is on its way: one at a time.</summary>
    public IDisposable? Enter(Sent sent)
    {
        if (Find(sent) is not { } stream)
            return null;
        if (Interlocked.Increment(ref stream.UnderWay) > 1 && !MayBeLeftOpen)
            broken(sent, "two requests of one stream at once");
        return new Leaving(stream);
    }

    /// <summary>Takes a step, or says why not.</summary>
    public Trouble? Take(Sent sent, string newId)
    {
        var info = sent.Stream!.Value;
        int? number = info.NumberOf("streamSequence");
        if (sent.Kind == SentKind.Begin)
            return Begin(sent, number, newId);
        if (Find(sent) is not { } stream)
        {
            broken(sent, "no such stream");
            return Trouble.BadRequest;
        }
        lock (stream)
        {
            if (stream.Ended is { } ended)
                return ended;
            if (stream.SinceTaken.Elapsed < Pace && !stream.WasTroubled)
                broken(sent, $"{stream.SinceTaken.ElapsedMilliseconds} ms after the step before");
            if (sent.Kind == SentKind.Final ? number is not null : number is null || number <= stream.Number)
                broken(sent, $"number {number} after {stream.Number}");
            if (!sent.Text.Contains(stream.Text, StringComparison.Ordinal))
            {
                broken(sent, "the text does not contain what was streamed before");
                return new(System.Net.HttpStatusCode.Forbidden, Trouble.StreamCode, "Request streamed content should contain the previously streamed content");
            }
            string? type = info.TextOf("streamType");
            if (sent.Kind == SentKind.Final ? type != "final" : type is not ("informative" or "streaming") || (type == "informative" && stream.Text.Length > 0))
                broken(sent, $"a step of type {type}");
            (stream.Number, stream.WasTroubled) = (number ?? stream.Number, false);
            if (type == "streaming")
                stream.Text = sent.Text;
            stream.SinceTaken.Restart();
            if (sent.Kind == SentKind.Final)
                stream.Ended = new(System.Net.HttpStatusCode.Forbidden, Trouble.StreamCode, "Content stream is not allowed on an already completed streamed message");
            return null;
        }
    }

    /// <summary>The platform said no, or nothing: what it asked for then overrides the pace, and some words end the stream.</summary>
    public void Fail(Sent sent, Trouble trouble)
    {
        if (Find(sent) is not { } stream)
            return;
        lock (stream)
        {
            stream.WasTroubled = true;
            if (trouble == Trouble.StreamCanceled || trouble == Trouble.StreamTimedOut)
                stream.Ended ??= trouble;
        }
    }

    /// <summary>A message takes a stream's place.</summary>
    public Trouble? Replace(Sent sent)
    {
        if (!streams.TryGetValue(sent.Target!, out var stream))
            return Trouble.Gone;
        lock (stream)
        {
            if (stream.Ended == Trouble.StreamCanceled)
                broken(sent, "something is said after the reader pressed Stop");
            stream.Ended ??= Trouble.StreamTimedOut;
        }
        return null;
    }

    private Trouble? Begin(Sent sent, int? number, string newId)
    {
        if (sent.Stream!.Value.TextOf("streamType") is not ("informative" or "streaming") || number != 1)
            broken(sent, $"a stream begins with number {number}");
        if (!MayBeLeftOpen && streams.Values.Any(other => other.Conversation == sent.Conversation && other.Ended is null))
            broken(sent, "a second stream in a chat");
        streams[newId] = new Stream(sent.Conversation) { Number = number ?? 0, Text = sent.Stream!.Value.TextOf("streamType") == "streaming" ? sent.Text : "" };
        return null;
    }

    private Stream? Find(Sent sent) => sent.Stream?.TextOf("streamId") is { } id ? streams.GetValueOrDefault(id) : null;

    private sealed class Stream(string conversation)
    {
        public int UnderWay;

        public string Conversation => conversation;

        public int Number { get; set; }

        public string Text { get; set; } = "";

        public Stopwatch SinceTaken { get; } = Stopwatch.StartNew();

        public bool WasTroubled { get; set; }

        /// <summary>What is said to whoever goes on with it.</summary>
        public Trouble? Ended { get; set; }
    }

    private sealed class Leaving(Stream stream) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref stream.UnderWay);
    }
}
