using System.Globalization;

namespace SurvBot.Corpus.Fetching;

/// <summary>Reads how long a response stays current, and how long a server wants to be left alone.</summary>
internal static class Freshness
{
    // Beyond these a server means "never ask again", which no news feed does on purpose.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7), LongestPause = TimeSpan.FromDays(1);

    /// <summary>By Cache-Control: max-age less Age, else by Expires; null where neither is said. RFC 9111, sections 4.2.1 and 5.3.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.CacheControl is { } control && (control.NoStore || control.NoCache))
            return null;
        var freshFor = response.Headers.CacheControl?.MaxAge is { } age
            ? age - (response.Headers.Age ?? TimeSpan.Zero)
            : response.Content.Headers.Expires - (response.Headers.Date ?? now);
        return freshFor is { } span && span > TimeSpan.Zero ? (span < Longest ? span : Longest) : null;
    }

    /// <summary>By Retry-After, in seconds or as a date.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var pause = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - now ?? Number(response);
        return pause is { } span && span > TimeSpan.Zero ? (span < LongestPause ? span : LongestPause) : null;
    }

    // .NET reads no number beyond 2^31.
    private static TimeSpan? Number(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Retry-After", out var values) && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds > 0 ? LongestPause : null;
}
