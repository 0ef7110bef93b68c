using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Feeds;

namespace SurvBot.Tests.Feeds.Conformance;

/// <summary>Holds a feed as it was read against what feedparser's tests expect of title, link, id, dates and author.</summary>
internal static partial class FeedComparison
{
    private static readonly string[] Fields =
        ["title", "title_detail", "link", "links", "id", "guid", "guidislink", "published", "updated", "created", "modified", "issued", "date", "author", "author_detail", "authors"];

    /// <summary>Whether the expectation is about one of the five fields, and about what a reader or poller needs of it.</summary>
    public static bool IsAsked(Expectation expected) => expected.Paths.All(path => Field(path) is { } field && Fields.Contains(field.Replace("_parsed", "", StringComparison.Ordinal)));

    /// <summary>How feedparser represents a field, where SurvBot keeps only what it says: a title's base and type, a link's type, language, length and title.</summary>
    public static bool IsRepresentation(Expectation expected) => expected.Paths.All(path => path switch
    {
        [.., "title_detail", "base" or "type" or "language"] => true,
        [.., "links", _, "type" or "hreflang" or "length" or "title"] => true,
        _ => false,
    });

    /// <summary>Null where the feed has it so, else what it has.</summary>
    public static string? Difference(Feed feed, Expectation expected) =>
        expected.Paths.Select(path => Found(feed, path)).FirstOrDefault(found => !IsSame(expected.Paths[0], found, expected)) is { } other ? $"expected {expected.Value}, got {other}" : null;

    private static string? Field(string[] path) => path switch
    {
        ["feed", var field, ..] => field,
        ["entries", _, var field, ..] => field,
        _ => null,
    };

    private static string Found(Feed feed, string[] path)
    {
        if (path is ["feed", .. var ofFeed])
            return Of(ofFeed, feed.Title, feed.Link, null, feed.Published, feed.Updated, feed.Authors, feed.Links);
        int number = int.Parse(path[1], CultureInfo.InvariantCulture);
        if (number >= feed.Items.Count)
            return "no such item";
        var item = feed.Items[number];
        return Of(path[2..], item.Title, item.Link, item.Id, item.Published, item.Updated, item.Authors, item.Links);
    }

    private static string Of(string[] path, string? title, string? link, string? id, PartialDate? published, PartialDate? updated, IReadOnlyList<FeedAuthor> authors, IReadOnlyList<FeedLink> links) => path switch
    {
        ["title"] or ["title_detail", "value"] => title ?? "",
        ["link"] => link ?? "None",
        ["id"] or ["guid"] => id ?? "None",
        ["guidislink"] => id is not null && id == link ? "True" : "False",
        ["published" or "published_parsed" or "issued" or "issued_parsed" or "created" or "created_parsed" or "date" or "date_parsed"] => published?.Start.ToString("O", CultureInfo.InvariantCulture) ?? "None",
        ["updated" or "updated_parsed" or "modified" or "modified_parsed"] => updated?.Start.ToString("O", CultureInfo.InvariantCulture) ?? "None",
        ["author"] => authors.Count > 0 ? authors[0].ToString() : "None",
        ["author_detail", var part] => authors.Count > 0 ? Of(authors[0], part) : "None",
        ["authors", var at, var part] when Index(at) < authors.Count => Of(authors[Index(at)], part),
        ["links", "#"] => links.Count.ToString(CultureInfo.InvariantCulture),
        ["links", var at, "href"] when Index(at) < links.Count => links[Index(at)].Address,
        ["links", var at, "rel"] when Index(at) < links.Count => links[Index(at)].Relation,
        ["links", var at] when Index(at) < links.Count => $"{{'rel': '{links[Index(at)].Relation}', 'href': '{links[Index(at)].Address}'}}",
        _ => "None",
    };

    private static string Of(FeedAuthor author, string part) => part switch
    {
        "name" => author.Name ?? "None",
        "email" => author.Email ?? "None",
        _ => author.Address ?? "None",
    };

    private static int Index(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // A title is plain text here and sanitized HTML there: they agree where a reader sees the same words.
    private static bool IsSame(string[] path, string found, Expectation expected) => path switch
    {
        [.., "title"] or [.., "title_detail", "value"] => found == expected.Text || found == Seen(expected.Text),
        [.., "links", _] => found == LinkType().Replace(expected.Value, ""),
        _ when path[^1] is "published" or "updated" or "created" or "modified" or "issued" or "date" => DateTimeOffset.TryParse(expected.Text, CultureInfo.InvariantCulture, out var date) && found == date.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        _ => found == expected.Text,
    };

    private static string Seen(string html) => Spaces().Replace(new HtmlParser().ParseDocument(html).Body!.TextContent, " ").Trim();

    [GeneratedRegex(@"'type': '[^']*', ")]
    private static partial Regex LinkType();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
