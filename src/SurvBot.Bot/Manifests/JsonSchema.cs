using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SurvBot.Bot.Manifests;

/// <summary>Checks JSON against a schema that a chat platform publishes for its manifests, and says what to write instead.</summary>
/// <remarks>Knows the keywords that these schemas use, and refuses to guess at another: a newer schema must not be half checked. Keywords beside a <c>$ref</c> count, as they do for the platforms' own tools.</remarks>
internal sealed class JsonSchema
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    private readonly JsonElement root;

    private JsonSchema(JsonElement root) => this.root = root;

    /// <summary>The schema of that name, out of the program itself.</summary>
    public static JsonSchema Load(string name)
    {
        using var stream = typeof(JsonSchema).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of this build");
        return new JsonSchema(JsonElement.Parse(new StreamReader(stream).ReadToEnd()));
    }

    /// <summary>What is wrong with <paramref name="value"/>, in the order of the schema.</summary>
    public IReadOnlyList<ManifestFault> Check(JsonElement value) => [.. Check(root, value, "")];

    private IEnumerable<ManifestFault> Check(JsonElement schema, JsonElement value, string path)
    {
        // One fault is enough about a value of the wrong kind.
        if (schema.TryGetProperty("type", out var type) && !IsOfType(value, type))
            return [new ManifestFault(path, $"{Kind(value)} is not allowed here: write {string.Join(" or ", Listed(type).Select(Named))}.")];
        return schema.EnumerateObject().SelectMany(keyword => Check(keyword.Name, keyword.Value, schema, value, path));
    }

    private IEnumerable<ManifestFault> Check(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string path) => keyword switch
    {
        "$schema" or "type" or "title" or "description" or "default" or "definitions" or "_note" => [],
        "$ref" => CheckReference(rule.GetString()!, value, path),
        "oneOf" => CheckOneOf(rule, value, path),
        "anyOf" => CheckAnyOf(rule, value, path),
        "if" => Matches(rule, value) ? Check(schema.GetProperty("then"), value, path) : [],
        "then" => [],
        "const" => JsonElement.DeepEquals(rule, value) ? [] : [new(path, $"{Shown(value)} is wrong: write {Shown(rule)}.")],
        "enum" => rule.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)) ? [] : [new(path, $"{Shown(value)} is not known: write {OneOf(rule.EnumerateArray().Select(Shown))}.")],
        _ when value.ValueKind == JsonValueKind.Object && CheckObject(keyword, rule, schema, value, path) is { } faults => faults,
        _ when value.ValueKind == JsonValueKind.Array && CheckArray(keyword, rule, value, path) is { } faults => faults,
        _ when value.ValueKind == JsonValueKind.String && CheckText(keyword, rule, value.GetString()!, path) is { } faults => faults,
        _ when value.ValueKind == JsonValueKind.Number && CheckNumber(keyword, rule, value.GetDouble(), path) is { } faults => faults,
        "properties" or "patternProperties" or "additionalProperties" or "required" or "minProperties" or "maxProperties" or "dependencies" or "items" or "minItems" or "maxItems" or "uniqueItems"
            or "minLength" or "maxLength" or "pattern" or "regex" or "format" or "minimum" or "maximum" => [],
        _ => throw new InvalidOperationException($"the schema's keyword {keyword} is not known"),
    };

    private IEnumerable<ManifestFault>? CheckObject(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string path) => keyword switch
    {
        "properties" => value.EnumerateObject().Where(member => rule.TryGetProperty(member.Name, out _)).SelectMany(member => Check(rule.GetProperty(member.Name), member.Value, ManifestPath.Member(path, member.Name))),
        "patternProperties" => rule.EnumerateObject().SelectMany(pattern =>
            value.EnumerateObject().Where(member => IsMatch(pattern.Name, member.Name)).SelectMany(member => Check(pattern.Value, member.Value, ManifestPath.Member(path, member.Name)))),
        "additionalProperties" => rule.ValueKind == JsonValueKind.False ? value.EnumerateObject().Where(member => !IsDeclared(schema, member.Name)).Select(member => Unknown(schema, member.Name, path)) : [],
        "required" => rule.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)).Select(name => new ManifestFault(ManifestPath.Member(path, name), "is missing: add it.")),
        "minProperties" => value.EnumerateObject().Count() >= rule.GetInt32() ? [] : [new(path, "is empty: fill it or leave it out.")],
        "maxProperties" => value.EnumerateObject().Count() <= rule.GetInt32() ? [] : [new(path, $"has {value.EnumerateObject().Count()} entries: {rule} are allowed, take out the others.")],
        "dependencies" => rule.EnumerateObject().Where(dependency => value.TryGetProperty(dependency.Name, out _)).SelectMany(dependency => Check(dependency.Value, value, path)),
        _ => null,
    };

    private IEnumerable<ManifestFault>? CheckArray(string keyword, JsonElement rule, JsonElement value, string path) => keyword switch
    {
        "items" => value.EnumerateArray().SelectMany((item, index) => Check(rule, item, ManifestPath.Item(path, index))),
        "maxItems" => value.GetArrayLength() <= rule.GetInt32() ? [] : [new(path, $"has {value.GetArrayLength()} entries: {rule} are allowed, take out the others.")],
        "minItems" => value.GetArrayLength() >= rule.GetInt32() ? [] : [new(path, $"has {value.GetArrayLength()} entries: {rule} are needed, or leave it out.")],
        "uniqueItems" => value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == value.GetArrayLength() ? [] : [new(path, "names something twice: take one out.")],
        _ => null,
    };

    private static IEnumerable<ManifestFault>? CheckText(string keyword, JsonElement rule, string text, string path) => keyword switch
    {
        "maxLength" => Length(text) <= rule.GetInt32() ? [] : [new(path, $"has {Length(text)} characters: shorten it to {rule}.")],
        "minLength" => Length(text) >= rule.GetInt32() ? [] : [new(path, $"has {Length(text)} characters: {rule} are needed.")],
        // The latter is Slack's own word, which other tools pass over.
        "pattern" or "regex" => IsMatch(rule.GetString()!, text) ? [] : [new(path, $"{Shown(text)} does not have the form that is needed: write {PatternNames.Of(rule.GetString()!)}.")],
        "format" => rule.GetString() != "uri" || Uri.TryCreate(text, UriKind.Absolute, out _) ? [] : [new(path, $"{Shown(text)} is no address: write one with https://.")],
        _ => null,
    };

    private static IEnumerable<ManifestFault>? CheckNumber(string keyword, JsonElement rule, double number, string path) => keyword switch
    {
        "minimum" => number >= rule.GetDouble() ? [] : [new(path, $"{number} is too small: write {rule} or more.")],
        "maximum" => number <= rule.GetDouble() ? [] : [new(path, $"{number} is too big: write {rule} or less.")],
        _ => null,
    };

    private IEnumerable<ManifestFault> CheckReference(string reference, JsonElement value, string path)
    {
        var schema = reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (place, name) => place.GetProperty(name));
        return Check(schema, value, path);
    }

    private IEnumerable<ManifestFault> CheckOneOf(JsonElement choices, JsonElement value, string path) => choices.EnumerateArray().Count(choice => Matches(choice, value)) switch
    {
        1 => [],
        0 => [new(path, $"lacks something: it needs {Alternatives(choices)}.")],
        _ => [new(path, $"has too much: keep only {Alternatives(choices)}.")],
    };

    private IEnumerable<ManifestFault> CheckAnyOf(JsonElement choices, JsonElement value, string path) =>
        choices.EnumerateArray().Any(choice => Matches(choice, value)) ? [] : [new(path, $"lacks something: it needs {Alternatives(choices)}.")];

    private bool Matches(JsonElement schema, JsonElement value) => !Check(schema, value, "").Any();

    private static ManifestFault Unknown(JsonElement schema, string name, string path)
    {
        var known = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(property => property.Name) : [];
        return new(ManifestPath.Member(path, name), Spelling.Nearest(name, known) is { } meant ? $"is not known: did you mean {Shown(meant)}?" : "is not known: take it out.");
    }

    private static bool IsDeclared(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _))
        || (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(pattern => IsMatch(pattern.Name, name)));

    // In JavaScript, for which the patterns were written, $ does not match before a line's end.
    private static bool IsMatch(string pattern, string text) =>
        Patterns.GetOrAdd(pattern, _ => new Regex(pattern.EndsWith('$') ? $@"{pattern[..^1]}\z" : pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))).IsMatch(text);

    private static bool IsOfType(JsonElement value, JsonElement type) => Listed(type).Any(name => name switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        _ => throw new InvalidOperationException($"the schema's type {name} is not known"),
    });

    private static IEnumerable<string> Listed(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()!) : [type.GetString()!];

    private static string Alternatives(JsonElement choices) =>
        OneOf(choices.EnumerateArray().Select(choice => choice.TryGetProperty("required", out var names) ? string.Join(" with ", names.EnumerateArray().Select(Shown)) : "something else"));

    private static string OneOf(IEnumerable<string> choices) => string.Join(" or ", choices);

    private static string Named(string type) => type switch
    {
        "array" => "a list [ … ]",
        "object" => "an object { … }",
        "string" => "a text in quotes",
        "boolean" => "true or false",
        "integer" => "a whole number",
        _ => $"a {type}",
    };

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "An object",
        JsonValueKind.Array => "A list",
        JsonValueKind.String => "A text",
        JsonValueKind.Number => "A number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static string Shown(JsonElement value) => value.ValueKind == JsonValueKind.String ? Shown(value.GetString()!) : value.GetRawText();

    private static string Shown(string text) => Quoted.Text(text);

    // As the platforms' tools count: characters of Unicode, not halves of them.
    private static int Length(string text) => text.EnumerateRunes().Count();
}
