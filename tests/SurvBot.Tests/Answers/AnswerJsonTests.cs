using System.Text.Json;
using SurvBot.Answers;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Answers;

public sealed class AnswerJsonTests
{
    [Fact]
    public async Task An_answer_in_the_contracts_words() => (await AskAsync("Who bought 40 cameras in March 2018?")).ShouldMatchApproved(options => options.SubFolder("Approved"));

    [Fact]
    public async Task A_refusal_in_the_contracts_words() => (await AskAsync("What does the Bloomberg report say about the latest cameras?")).ShouldMatchApproved(options => options.SubFolder("Approved"));

    [Theory]
    [InlineData("2018")]
    [InlineData("2018-04")]
    [InlineData("2018-04-11")]
    [InlineData("2018-04-11T12:30:00Z")]
    public void A_date_keeps_its_precision(string text)
    {
        PartialDate.TryParse(text, out var date).ShouldBeTrue();
        string json = JsonSerializer.Serialize(date, AnswerJson.Compact);
        json.ShouldBe($"\"{text}\"");
        JsonSerializer.Deserialize<PartialDate>(json, AnswerJson.Compact).ShouldBe(date);
    }

    [Fact]
    public void An_answer_can_be_read_back()
    {
        string json = JsonSerializer.Serialize(SomeAnswer.Answered(), AnswerJson.Indented);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Answer>(json, AnswerJson.Compact), AnswerJson.Indented).ShouldBe(json);
        json.ShouldNotContain("null");
        JsonSerializer.Serialize(SomeAnswer.Answered(), AnswerJson.Compact).ShouldNotContain('\n');
    }

    private static async Task<string> AskAsync(string question)
    {
        using var newsroom = await Newsroom.OpenAsync(
        [
            Newsroom.Draft("leeds", "The city of Leeds bought 40 cameras in March 2018. They cost £2m, the council said last week.", "2018-04") with { Author = "Kate Smith", UpdatedAt = PartialDate.OfDay(2018, 4, 11) },
            Newsroom.Draft("york", "York sold its drones & cameras to a farmer.", "2020-05-12T22:30:00Z", publisher: null),
        ]);
        var answer = await newsroom.AskAsync(question);
        // How passages were scored is no part of the contract.
        return JsonSerializer.Serialize(answer with { Diagnostics = answer.Diagnostics with { LatencyMs = 1.5, Retrieval = [new RetrievalDiagnostic(1, 1, 0.5, 0.75, 1)] } }, AnswerJson.Indented);
    }
}
