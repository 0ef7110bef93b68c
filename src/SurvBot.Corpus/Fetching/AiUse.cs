using System.Net.Http.Headers;

namespace SurvBot.Corpus.Fetching;

/// <summary>What a publisher says about the use of its text by machines.</summary>
public enum AiUse
{
    /// <summary>Nothing is said.</summary>
    Unstated,

    /// <summary>Training of models is refused, by robots.txt; quoting with a link is not training.</summary>
    NoTraining,

    /// <summary>Text and data mining, or any use by AI, is reserved: the text is not taken in.</summary>
    Reserved,
}

/// <summary>Reads reservations in a response's headers.</summary>
internal static class AiReservation
{
    // TDM-Reservation: W3C TDM Reservation Protocol, https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/ (a right under Article 4 of EU directive 2019/790).
    // X-Robots-Tag: noai: what image and blog hosts agreed upon; also per agent, as "survbot: noindex".
    public static bool IsIn(HttpResponseHeaders headers) =>
        Values(headers, "TDM-Reservation").Any(value => value == "1")
        || Values(headers, "X-Robots-Tag").Any(value => value.ToLowerInvariant() is "noai" or "none" or "noindex" || value.StartsWith("survbot:", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Values(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : [];
}
