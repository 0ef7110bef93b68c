using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SurvBot.Corpus.Feeds.Following;

/// <summary>When a feed is polled next: by how often it announces something, never sooner than its server asks, never all at once.</summary>
public static class PollRhythm
{
    public static readonly TimeSpan Least = TimeSpan.FromMinutes(15), First = TimeSpan.FromHours(1), Most = TimeSpan.FromHours(24);

    /// <summary>Failures in a row after which a feed is given up: with the pauses between them two weeks and more.</summary>
    public const int MostErrors = 20;

    /// <summary>The same where the server says that there is nothing: once may be a blunder while a site is rebuilt.</summary>
    public const int MostGone = 3;

    private const int DatedItems = 20;

    /// <summary>
    /// Half of the usual time between two items, as the dates of the latest show, or of the time since the last one where that is longer. A feed without
    /// dates is polled twice as often after something new, and half as often again after nothing.
    /// </summary>
    public static TimeSpan Of(FollowedFeed before, Feed feed, bool isNew, DateTimeOffset now)
    {
        DateTimeOffset[] dates = [.. feed.Items.Select(item => (item.Published ?? item.Updated)?.Start).OfType<DateTimeOffset>().Where(date => date <= now).Distinct().OrderDescending().Take(DatedItems)];
        if (dates.Length < 3)
            return Bounded(isNew ? before.Rhythm / 2 : before.Rhythm * 1.5);
        var usual = (dates[0] - dates[^1]) / (dates.Length - 1);
        var quiet = now - dates[0];
        return Bounded((quiet > usual ? quiet : usual) / 2);
    }

    /// <summary>A feed that has not changed is polled a little less often each time.</summary>
    public static TimeSpan Unchanged(TimeSpan rhythm) => Bounded(rhythm * 1.25);

    /// <summary>The next poll, a share of up to a fifth later that differs from feed to feed.</summary>
    /// <param name="address">Gives the share: always the same for a feed.</param>
    /// <param name="now">When it was polled.</param>
    /// <param name="rhythm">Its own.</param>
    /// <param name="asked">What its server and its publisher ask to wait; more than a day counts as a day.</param>
    public static DateTimeOffset Next(string address, DateTimeOffset now, TimeSpan rhythm, params TimeSpan?[] asked)
    {
        var wait = asked.OfType<TimeSpan>().Select(Bounded).Append(rhythm).Max();
        return now + wait * (1 + Share(address) / 5);
    }

    /// <summary>After a failure: twice as long each time, and no sooner than the server asks.</summary>
    public static DateTimeOffset AfterError(string address, DateTimeOffset now, int errors, TimeSpan? retryAfter) =>
        Next(address, now, Bounded(Least * Math.Pow(2, Math.Min(errors - 1, 10))), retryAfter);

    /// <summary>The first poll of a feed among many: within the shortest rhythm.</summary>
    public static DateTimeOffset FirstOf(string address, DateTimeOffset now) => now + Least * Share(address);

    /// <summary>0 to 1, even over all addresses.</summary>
    private static double Share(string address) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(address))) / (double)uint.MaxValue;

    private static TimeSpan Bounded(TimeSpan time) => time < Least ? Least : time > Most ? Most : time;
}
