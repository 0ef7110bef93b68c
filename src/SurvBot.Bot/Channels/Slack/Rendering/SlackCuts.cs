using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Slack.Rendering;

/// <summary>
/// What a reply that is too large for one message gives up, in this order and from its end: quotes, the titles of sources, what is said after the first sentence.
/// The first sentence, the evidence, the sources' names and the feedback stay.
/// </summary>
internal static class SlackCuts
{
    // With the longest names, evidence and questions still within a message.
    private const int MostBare = 2000;

    /// <summary>The reply itself, then with less and less of it. What was said and is given up is found in <see cref="More"/>.</summary>
    public static IEnumerable<Reply> Of(Reply reply)
    {
        yield return reply;
        foreach (int kept in Halves(Cited(reply).Count(source => source.Quotes.Count > 0), 0))
            yield return reply = WithQuotes(reply, kept);
        foreach (int kept in Halves(Cited(reply).Count, 0))
            yield return reply = WithTitles(reply, kept);
        foreach (int kept in Halves(reply.Blocks.Count(IsSaid), Opening(reply)))
            yield return reply = WithSaid(reply, kept);
        yield return Bare(reply);
    }

    /// <summary>Whether it belongs to the answer, and not to what stands around it.</summary>
    public static bool IsSaid(ReplyBlock block) => block is not (EvidenceStrip or Sources or More or FollowUps or FeedbackRequest);

    /// <summary>The reply with the quotes of its first sources only.</summary>
    public static Reply WithQuotes(Reply reply, int kept) => Cite(reply, (source, i) => i < kept ? source : source with { Quotes = [] });

    private static Reply WithTitles(Reply reply, int kept) => Cite(reply, (source, i) => i < kept ? source : source with { Title = "" });

    private static Reply WithSaid(Reply reply, int kept)
    {
        var said = reply.Blocks.Where(IsSaid).ToList();
        var others = reply.Blocks.Where(block => !IsSaid(block) && block is not More);
        return reply with { Blocks = [.. said.Take(kept), new More([.. said.Skip(kept), .. reply.Blocks.OfType<More>().SelectMany(more => more.Blocks)]), .. others] };
    }

    // Whatever it was, as plain words it has an end.
    private static Reply Bare(Reply reply)
    {
        string said = string.Join(' ', reply.Blocks.Where(IsSaid).Select(block => block.Render(new ReplyText())));
        return reply with { Blocks = [new Paragraph([ReplySpan.Of(PlainLine.Of(said, MostBare))]), .. reply.Blocks.Where(block => !IsSaid(block))] };
    }

    // A remark in front is no answer yet.
    private static int Opening(Reply reply) => Math.Min(reply.Blocks.Count(IsSaid), 1 + reply.Blocks.TakeWhile(block => block is Caveat).Count());

    private static Reply Cite(Reply reply, Func<Source, int, Source> cite) => reply with { Blocks = [.. reply.Blocks.Select(block => block is Sources cited ? new Sources([.. cited.Items.Select(cite)]) : block)] };

    private static IReadOnlyList<Source> Cited(Reply reply) => reply.Blocks.OfType<Sources>().FirstOrDefault()?.Items ?? [];

    private static IEnumerable<int> Halves(int count, int least)
    {
        for (int kept = count / 2; kept > least; kept /= 2)
            yield return kept;
        if (least < count)
            yield return least;
    }
}
