using System.Text.Json;
using CsCheck;
using SurvBot.Answers;
using SurvBot.Answers.Understanding;
using SurvBot.Tests.Architecture;

namespace SurvBot.Tests.Understanding;

public sealed class FollowUpsTests
{
    private const int LongestStandalone = 600;

    private static readonly Gen<string> Words = Gen.OneOf(
        "what about", "and", "in", "Europe", "Megvii", "Clearview AI", "why", "it", "they", "the company", "that", "there", "since then", "2021", "last year", "who", "else", "no, I meant", "Kate Crawford", "his",
        "did", "?", ".", "[1]", "said", "drones", "schools", "of them", "the second one", "und", "在", "💥", "\uD800", "\0", "\r\n", "(((((", "is it legal to", "how many", "“", "'s");

    private static readonly Gen<string> Asked = Gen.Frequency((3, Words.Array[0, 12].Select(words => string.Join(' ', words))), (1, Gen.String), (1, Words.Select(word => string.Concat(Enumerable.Repeat($"{word} ", 10_000 / (word.Length + 1))))));

    private static readonly Gen<Turn[]> Threads = Gen.Select(Asked, Gen.OneOf(Gen.Const((string?)null), Asked.Select(text => (string?)text)), (question, answer) => new Turn(question, answer)).Array[0, 15];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, FollowUpCase.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_question_takes_from_its_thread_what_it_leaves_out(int number)
    {
        var thread = FollowUpCase.All[number];
        var (text, leansOnNothing) = FollowUps.Read(thread.Question, thread.History);
        if (thread.Is is not null)
            text.ShouldBe(thread.Is);
        thread.Contains.ShouldAllBe(term => text.Contains(term, StringComparison.OrdinalIgnoreCase), text);
        thread.Lacks.ShouldAllBe(term => !text.Contains(term, StringComparison.OrdinalIgnoreCase), text);
        leansOnNothing.ShouldBe(thread.Clarify);
    }

    [Fact]
    public void What_stands_alone_is_never_asked_back()
    {
        foreach (var thread in FollowUpCase.All.Where(thread => !thread.Clarify))
            FollowUps.Read(FollowUps.Standalone(thread.Question, thread.History), []).LeansOnNothing.ShouldBeFalse(thread.Question);
    }

    [Fact]
    public void No_question_that_is_measured_with_leans_on_a_thread()
    {
        var questions = File.ReadLines(Path.Combine(Repository.Root, "eng", "questions", "survnews.jsonl")).Select(line => JsonElement.Parse(line).GetProperty("question").GetString()!).ToList();
        questions.Where(question => FollowUps.Read(question, []).LeansOnNothing).ShouldBeEmpty();
        questions.Where(question => FollowUps.Standalone(question, [new Turn("Did Zorbex fine Quillmark?", "Yes, Zorbex did. [1]")]) != question).ShouldBeEmpty();
    }

    [Fact]
    public void A_question_without_a_thread_stays_as_it_is() => Asked.Sample(question => FollowUps.Standalone(question, []) == question);

    [Fact]
    public void Whatever_is_typed_the_question_stays_short() => Gen.Select(Asked, Threads).Sample((question, history) =>
        FollowUps.Standalone(question, history) is var text && (text == question || text.Length <= LongestStandalone));

    [Theory]
    [InlineData("and in Europe ")]
    [InlineData("no, ")]
    [InlineData("A. ")]
    [InlineData("the second one, not ")]
    public void A_hostile_thread_takes_no_time(string words)
    {
        string hostile = string.Concat(Enumerable.Repeat(words, 10_000 / words.Length));
        var history = Enumerable.Repeat(new Turn(hostile, hostile), 50).ToList();
        var started = System.Diagnostics.Stopwatch.StartNew();
        FollowUps.Standalone("and why did they do it?", history).Length.ShouldBeLessThanOrEqualTo(LongestStandalone);
        started.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
