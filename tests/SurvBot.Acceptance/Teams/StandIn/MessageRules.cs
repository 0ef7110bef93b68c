using System.Text.Json;
using System.Text.RegularExpressions;

namespace SurvBot.Acceptance.Teams.StandIn;

/// <summary>What Teams asks of a message, by "Bot messages with AI-generated content" and "Format your bot messages" of its documentation.</summary>
internal static partial class MessageRules
{
    private const int MostBytes = 100 * 1024, MostCitations = 10, MostName = 80, MostAbstract = 160, MostKeywords = 3, MostKeyword = 28, MostSuggestions = 3, MostInformative = 1000;

    public static bool IsLabel(JsonElement entity) => entity.TextOf("type") == "https://schema.org/Message";

    /// <summary>What is wrong with it, a line for each.</summary>
    public static IEnumerable<string> Broken(Sent sent)
    {
        if (sent.Characters * 2 > MostBytes)
            yield return $"{sent.Characters * 2} bytes";
        if (sent.Body.Items("entities").Any(entity => entity.TextOf("type") == "mention"))
            yield return "it mentions somebody";
        var broken = sent.Kind is SentKind.Typing ? [] : sent.Kind is SentKind.Begin or SentKind.Step ? OfStep(sent) : OfMessage(sent);
        foreach (string line in broken)
            yield return line;
    }

    private static IEnumerable<string> OfStep(Sent sent)
    {
        if (sent.Text.Length == 0)
            yield return "a step without text";
        if (sent.Stream!.Value.TextOf("streamType") == "informative" && sent.Text.Length > MostInformative)
            yield return $"{sent.Text.Length} characters on what is being done";
        if (sent.Body.Items("attachments").Any() || sent.Body.At("channelData") is not null || sent.Body.At("suggestedActions") is not null || sent.Body.Items("entities").Any(IsLabel))
            yield return "a step has what may come only at the end";
    }

    private static IEnumerable<string> OfMessage(Sent sent)
    {
        if (sent.Body.TextOf("type") != "message")
            yield return $"a message of type {sent.Body.TextOf("type")}";
        if (sent.Text.Length == 0 && !sent.Body.Items("attachments").Any())
            yield return "a message without anything";
        if (sent.Body.At("suggestedActions") is { } suggested && suggested.Items("actions").Count() > MostSuggestions)
            yield return "more suggestions than are shown";
        foreach (var card in sent.Body.Items("attachments").Where(attachment => attachment.TextOf("contentType") == "application/vnd.microsoft.card.adaptive").Select(attachment => attachment.GetProperty("content")))
            if (card.TextOf("type") != "AdaptiveCard" || card.TextOf("version") is null || card.TextOf("fallbackText") is null)
                yield return "a card without type, version or text to fall back on";
        var labels = sent.Body.Items("entities").Where(IsLabel).ToList();
        if (labels.Count > 1)
            yield return $"{labels.Count} AI entities";
        if (labels.Count == 0 && Marker().IsMatch(sent.Text))
            yield return "citations without an AI entity";
        foreach (string line in labels.SelectMany(label => OfLabel(label, sent.Text)))
            yield return line;
    }

    private static IEnumerable<string> OfLabel(JsonElement label, string text)
    {
        if (label.TextOf("@type") != "Message" || label.TextOf("@context") != "https://schema.org" || label.At("@id") is null || !label.Items("additionalType").Select(type => type.GetString()).SequenceEqual(["AIGeneratedContent"]))
            yield return $"not the AI entity that Teams knows: {label}";
        var citations = label.Items("citation").ToList();
        var positions = citations.Select(citation => citation.NumberOf("position") ?? 0).ToList();
        if (citations.Count > MostCitations)
            yield return $"{citations.Count} citations";
        if (positions.Distinct().Count() != positions.Count)
            yield return "two citations with one position";
        foreach (int position in positions.Where(position => !text.Contains($"[{position}]", StringComparison.Ordinal)))
            yield return $"citation {position} is not in the text";
        foreach (string marker in Marker().Matches(text).Select(match => match.Groups["n"].Value).Where(marker => positions.Count < MostCitations && !positions.Contains(int.Parse(marker))))
            yield return $"[{marker}] in the text has no citation";
        foreach (string line in citations.SelectMany(OfCitation))
            yield return line;
    }

    private static IEnumerable<string> OfCitation(JsonElement citation)
    {
        var appearance = citation.At("appearance") ?? default;
        if (citation.TextOf("@type") != "Claim" || appearance.TextOf("@type") != "DigitalDocument")
            yield return $"not a citation: {citation}";
        if (appearance.TextOf("name") is not { Length: > 0 and <= MostName })
            yield return $"name of {appearance.TextOf("name")?.Length} characters";
        if (appearance.TextOf("abstract") is not { Length: > 0 and <= MostAbstract })
            yield return $"abstract of {appearance.TextOf("abstract")?.Length} characters";
        var keywords = appearance.Items("keywords").ToList();
        if (keywords.Count > MostKeywords || keywords.Any(keyword => keyword.GetString() is not { Length: > 0 and <= MostKeyword }))
            yield return "too many keywords, or too long";
        if (appearance.TextOf("url") is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return $"a citation leads to {url}";
    }

    [GeneratedRegex(@"(?<!\\)\[(?<n>\d{1,3})\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
