using System.Reflection;
using NetArchTest.Rules;
using SurvBot.Bot.Replies;

namespace SurvBot.Tests.Architecture;

/// <summary>The program's types, chosen by where they live.</summary>
internal static class Code
{
    public static readonly Assembly Corpus = Assembly.Load("SurvBot.Corpus");
    public static readonly Assembly Answers = Assembly.Load("SurvBot.Answers");
    public static readonly Assembly Bot = Assembly.Load("SurvBot.Bot");
    public static readonly IReadOnlyList<Assembly> All = [Corpus, Answers, Bot];

    /// <summary>Rooms (folders right below a project) that the rules know: a new one is added here together with its rules.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Rooms = new Dictionary<string, string[]>
    {
        ["SurvBot.Corpus"] = ["Articles", "Text", "Feeds", "Fetching", "Ingestion", "Embedding", "Store", "Index", "Retrieval", "Starter"],
        ["SurvBot.Answers"] = ["Understanding", "Grounding", "Generation", "Claims", "Digests", "Timelines", "Conflicts", "Checking", "Receipts", "Evaluation", "Tools"],
        ["SurvBot.Bot"] = ["Commands", "Conversations", "Receipts", "Delivery", "Replies", "Manifests", "Channels", "Scheduling", "Operations", "Evaluation"],
    };

    /// <summary>Types written here: neither the compiler's nor a source generator's.</summary>
    public static IEnumerable<Type> Written => All.SelectMany(assembly => assembly.GetTypes()).Where(type =>
        (type.Namespace ?? "").StartsWith("SurvBot", StringComparison.Ordinal) && !type.FullName!.Contains('<', StringComparison.Ordinal));

    /// <summary>Every kind of block that a reply can hold.</summary>
    public static IEnumerable<Type> ReplyBlocks => Written.Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ReplyBlock)));

    /// <summary>Types of some namespaces and everything below them; nested types belong to the type around them.</summary>
    public static PredicateList In(params string[] rooms) => Types.InAssemblies(All).That().AreNotNested().And().ResideInNamespaceMatching(Below(rooms));

    /// <summary>The whole program but the named places.</summary>
    public static PredicateList Except(params string[] places) =>
        Types.InAssemblies(All).That().AreNotNested().And().ResideInNamespaceMatching(@"^(SurvBot(\.|$)|$)").And().DoNotResideInNamespaceMatching(Below(places));

    /// <summary>No type in <paramref name="types"/> may name a type or namespace in <paramref name="forbidden"/>, not even inside a lambda.</summary>
    public static void ShouldNotKnow(this PredicateList types, params string[] forbidden)
    {
        forbidden.ShouldNotBeEmpty("a rule that forbids nothing proves nothing");
        string.Join('\n', types.Breaches(forbidden)).ShouldBeEmpty();
    }

    /// <summary>"Type knows Other" for each type in <paramref name="types"/> that names one in <paramref name="forbidden"/>.</summary>
    public static IEnumerable<string> Breaches(this PredicateList types, params string[] forbidden)
    {
        var rule = new Knowledge(forbidden);
        types.Should().MeetCustomRule(rule).GetResult();
        return rule.Guilty;
    }

    private static string Below(IReadOnlyList<string> rooms) =>
        $@"^({string.Join('|', rooms.Select(room => room.Replace(".", @"\.", StringComparison.Ordinal)))})(\.|$)";
}
