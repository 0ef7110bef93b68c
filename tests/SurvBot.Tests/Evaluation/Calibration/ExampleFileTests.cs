using SurvBot.Bot.Evaluation.Calibration;

namespace SurvBot.Tests.Evaluation.Calibration;

public sealed class ExampleFileTests : IDisposable
{
    private static readonly string[] Features = ["near", "far"];

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task What_is_written_is_read()
    {
        QuestionRun[] runs = [new("a1", RunKind.Answerable, [new([0.25f, 1], true), new([0, 0.1f], false)]), new("a1", RunKind.GoldRemoved, [])];
        await WriteAsync(runs);
        var read = await ReadAsync(Features);
        read.Select(run => (run.Id, run.Kind, run.Examples.Count)).ShouldBe([("a1", RunKind.Answerable, 2), ("a1", RunKind.GoldRemoved, 0)]);
        read[0].Examples[0].Features.ShouldBe([0.25f, 1]);
        read[0].Examples.Select(example => example.HoldsAnswer).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Examples_of_other_features_are_refused()
    {
        await WriteAsync([]);
        (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(["far", "near"]))).Message.ShouldEndWith("was collected with other features than this program measures.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}\n")]
    [InlineData("What is this?\n")]
    [InlineData("""{"features":["near","far"]}""" + "\n" + """{"id":"a1","kind":"answerable","examples":[{"fea""")]
    [InlineData("""{"features":["near","far"]}""" + "\n" + """{"id":"a1","kind":"answerable","examples":[{"features":[1],"holdsAnswer":true}]}""")]
    public async Task What_is_no_whole_file_of_examples_is_refused(string text)
    {
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(Features));
    }

    private Task WriteAsync(QuestionRun[] runs) => ExampleFile.WriteAsync(path, Features, runs.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<QuestionRun>> ReadAsync(string[] features) => ExampleFile.ReadAsync(path, features, TestContext.Current.CancellationToken);
}
