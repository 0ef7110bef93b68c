using System.Text.Json;
using SurvBot.Acceptance.Chaos;
using SurvBot.Acceptance.Slack.StandIn;

namespace SurvBot.Acceptance.Slack;

/// <summary>Sixty questions on the starter corpus over the wire: every message that arrives is one that Slack takes.</summary>
public sealed class AnswerSetTests(SlackProgram bot) : IClassFixture<SlackProgram>
{
    private const int Questions = 60, MostCharacters = 12_000;

    [Fact]
    public async Task Every_message_of_sixty_answers_is_within_the_limits()
    {
        var talks = Asked().Select((question, i) => (Talk: i % 2 == 0 ? SlackTalk.Direct() : SlackTalk.InRoom(), Question: question)).ToList();
        await Task.WhenAll(talks.Select(asked => bot.SayAsync(asked.Talk, asked.Question)));
        await Eventually.BeTrueAsync(() => talks.All(asked => bot.Slack.PostsIn(asked.Talk.Room).Any(post => post.IsAnswer)), "all are answered");
        await bot.SettleAsync();
        var posts = talks.Select(asked => bot.Slack.PostsIn(asked.Talk.Room).ShouldHaveSingleItem()).ToList();
        // The stand-in holds each message against the limits of Block Kit, this sum against that of a message.
        bot.Slack.Violations.ShouldBeEmpty();
        int longest = posts.Max(Characters);
        TestContext.Current.TestOutputHelper?.WriteLine($"{posts.Count} answers, {bot.Slack.Calls.Count} calls, longest message {longest} characters in {posts.Max(post => post.Blocks.GetArrayLength())} blocks, longest text {posts.Max(post => post.Text.Length)}");
        longest.ShouldBeLessThan(MostCharacters);
        posts.Where(post => post.Words.Contains("[1]", StringComparison.Ordinal)).ShouldAllBe(post => post.Blocks.EnumerateArray().Any(block => block.TextOf("type") == "context_actions"));
    }

    private static int Characters(SlackPost post) => post.Blocks.Strings().Where(text => !text.Path.EndsWith("type", StringComparison.Ordinal)).Sum(text => text.Text.Length);

    private static IEnumerable<string> Asked()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
            if (Path.Combine(above.FullName, "eng/questions/survnews.jsonl") is var file && File.Exists(file))
            {
                var all = File.ReadLines(file).Select(line => JsonElement.Parse(line).TextOf("question")!).ToList();
                return all.Where((_, i) => i % (all.Count / Questions) == 0).Take(Questions);
            }
        throw new FileNotFoundException("There is no eng/questions/survnews.jsonl above the tests.");
    }
}
