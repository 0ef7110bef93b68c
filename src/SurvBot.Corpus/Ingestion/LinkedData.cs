using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace SurvBot.Corpus.Ingestion;

/// <summary>The schema.org article that a page describes in its JSON-LD scripts, if there is one.</summary>
internal sealed partial class LinkedData
{
    private const int MaxLevels = 6;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly Dictionary<string, JsonElement> _byId = [];
    private readonly List<JsonElement> _nodes = [];
    private readonly JsonElement? _article;

    private LinkedData(IParentNode page)
    {
        foreach (var script in page.QuerySelectorAll("script[type*='ld+json' i]"))
        {
            if (Parse(script.TextContent) is { } root)
                Collect(root, level: 0);
        }
        _article = FirstOf(ArticleType()) ?? FirstOf(PageType());
    }

    public string? Headline => Text("headline") ?? (_article is { } a && ArticleType().IsMatch(TypeOf(a)) ? Text("name") : null);

    public string? PublisherName => Names("publisher").FirstOrDefault() ?? Names("sourceOrganization").FirstOrDefault();

    public IReadOnlyList<string> Authors => Names("author") is { Count: > 0 } authors ? authors : Names("creator");

    public string? Published => Text("datePublished") ?? Text("dateCreated");

    public string? Updated => Text("dateModified");

    public string? Language => Text("inLanguage");

    public string? Address => Text("url") ?? Text("mainEntityOfPage");

    public string? Body => Text("articleBody");

    /// <summary>Reads every script, also a slightly broken one; what cannot be read is left out.</summary>
    public static LinkedData In(IParentNode page) => new(page);

    private string? Text(string property) =>
        _article is { } article && article.TryGetProperty(property, out var value) ? Plain(value) : null;

    private string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(StringOf(value)),
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).FirstOrDefault(v => v is not null),
        JsonValueKind.Object => Member(value, "@value") ?? Member(value, "alternateName") ?? Member(value, "@id"),
        _ => null,
    };

    private List<string> Names(string property)
    {
        var names = new List<string>();
        if (_article is { } article && article.TryGetProperty(property, out var value))
            AddNames(value, names, level: 0);
        return names;
    }

    private void AddNames(JsonElement value, List<string> names, int level)
    {
        if (level > MaxLevels)
            return;
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                AddNames(item, names, level + 1);
        }
        else if (value.ValueKind == JsonValueKind.String)
            names.AddIfNew(Clean(StringOf(value)));
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (value.TryGetProperty("name", out var name))
                AddNames(name, names, level + 1);
            else if (Member(value, "@id") is { } id && _byId.TryGetValue(id, out var known) && known.TryGetProperty("name", out name))
                AddNames(name, names, level + 1);
        }
    }

    private void Collect(JsonElement node, int level)
    {
        if (level > MaxLevels)
            return;
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
                Collect(item, level + 1);
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            _nodes.Add(node);
            if (Member(node, "@id") is { } id && node.TryGetProperty("name", out _))
                _byId.TryAdd(id, node);
            foreach (string inner in (string[])["@graph", "mainEntity", "publisher", "author"])
            {
                if (node.TryGetProperty(inner, out var value))
                    Collect(value, level + 1);
            }
        }
    }

    private JsonElement? FirstOf(Regex type)
    {
        foreach (var node in _nodes)
        {
            if (type.IsMatch(TypeOf(node)))
                return node;
        }
        return null;
    }

    private static string TypeOf(JsonElement node) =>
        !node.TryGetProperty("@type", out var type) ? ""
        : type.ValueKind == JsonValueKind.Array ? string.Join(' ', type.EnumerateArray().Select(StringOf))
        : StringOf(type);

    private static string? Member(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Clean(StringOf(value)) : null;

    private static string StringOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        }
        catch (InvalidOperationException) // half of a surrogate pair, written as an escape
        {
            return "";
        }
    }

    private static string? Clean(string text)
    {
        string decoded = text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
        return string.IsNullOrWhiteSpace(decoded) ? null : decoded.Trim();
    }

    private static JsonElement? Parse(string script)
    {
        string json = Wrapping().Replace(script, "").Trim().TrimEnd(';');
        return TryParse(json) ?? TryParse(ControlCharacters().Replace(json, " "));
    }

    private static JsonElement? TryParse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or ArgumentException) // broken, or with half of a surrogate pair
        {
            return null;
        }
    }

    [GeneratedRegex(@"(^|[\s/#])(\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report)(\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex ArticleType();

    [GeneratedRegex(@"(^|[\s/#])(WebPage|ItemPage|CreativeWork)(\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex PageType();

    [GeneratedRegex(@"<!--|-->|//\s*<!\[CDATA\[|//\s*\]\]>|<!\[CDATA\[|\]\]>")]
    private static partial Regex Wrapping();

    [GeneratedRegex(@"[\x00-\x1f]+")]
    private static partial Regex ControlCharacters();
}
