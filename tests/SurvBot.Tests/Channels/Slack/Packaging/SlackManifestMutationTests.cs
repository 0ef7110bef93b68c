using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SurvBot.Tests.Architecture;

namespace SurvBot.Tests.Channels.Slack.Packaging;

/// <summary>One change to a good manifest, one fault that names its field. The same lines are shown to ajv in the acceptance tests.</summary>
public sealed partial class SlackManifestMutationTests : IDisposable
{
    private readonly SlackPackageFixture package = new();

    public void Dispose() => package.Dispose();

    public static TheoryData<string> Mutations => [.. Repository.Read("tests/peers/slack-manifest/mutations.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    [Fact]
    public void There_are_forty_and_more_of_them() => Mutations.Count.ShouldBeGreaterThan(40);

    [Theory, MemberData(nameof(Mutations))]
    public void A_changed_field_is_named(string line)
    {
        var mutation = JsonNode.Parse(line)!;
        package.Edit(manifest => Apply(manifest, mutation));

        var faults = package.Faults();

        string field = mutation["field"]!.GetValue<string>();
        faults.ShouldContain(fault => fault.StartsWith($"{field}: ", StringComparison.Ordinal), string.Join('\n', faults));
        faults.ShouldAllBe(fault => fault.EndsWith('.') || fault.EndsWith('?'));
    }

    private static void Apply(JsonNode manifest, JsonNode mutation)
    {
        var steps = Step().Matches(mutation["path"]!.GetValue<string>());
        var parent = steps.SkipLast(1).Aggregate(manifest, (node, step) => step.Groups["index"] is { Success: true } index ? node[int.Parse(index.ValueSpan)]! : node[step.Value]!);
        if (parent is JsonArray items)
            items[int.Parse(steps[^1].Groups["index"].ValueSpan)] = mutation["set"]?.DeepClone();
        else if (mutation["remove"] is not null)
            parent.AsObject().Remove(steps[^1].Value).ShouldBeTrue();
        else
            parent[steps[^1].Value] = mutation["set"]?.DeepClone();
    }

    [GeneratedRegex(@"\[(?<index>\d+)\]|[^.\[\]]+")]
    private static partial Regex Step();
}
