using CsCheck;
using SurvBot.Answers;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Generation.Writing;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Answers;

public sealed class AnswerContractTests
{
    private const int Corpora = 40;

    private static readonly Gen<string> Subject = Gen.OneOf("Clearview", "Megvii", "SenseTime", "The city of Leeds", "Police in Ohio", "He", "The company", "However, it", "Kate Crawford");
    private static readonly Gen<string> Deed = Gen.OneOf("bought", "sold", "reportedly sold", "allegedly bought", "said it would ban", "was fined $600 million for", "has 2,000 of", "tested", "was valued at more than $3 billion for", "was worth US$4.5bn and bought", "raised $600 million for", "raised a further $7 million for");
    private static readonly Gen<string> Thing = Gen.OneOf("cameras", "40 new cameras", "facial recognition software", "Viper", "a contract worth US$5m", "drones\nand balloons");
    private static readonly Gen<string> Ending = Gen.OneOf(".", " in March 2018.", " last week.", " this year, according to a report.", " on Monday.", " three months ago.", " for 30 days.", "!", " (20 May 2021).");
    private static readonly Gen<string> Plain = Gen.Select(Subject, Deed, Thing, Ending, (subject, deed, thing, ending) => $"{subject} {deed} {thing}{ending}");

    private static readonly Gen<string> Hostile = Gen.Select(Plain, Gen.OneOf("[1]", "[99]", "[7] [1]", "[٣]", "[see](https://evil.example/)", "\u001b[31m", "\u0007", "\u202E", "\uD800", "\0", "{0}", "(undated)", "<b>", "\r\n", "\u2028"), Gen.Bool,
        (sentence, oddity, inside) => inside ? sentence.Replace(" ", $" {oddity} ", StringComparison.Ordinal) : $"{sentence[..^1]}{oddity}.");

    private static readonly Gen<string> Page = Gen.OneOf(
        Gen.OneOf("Advertisement", "Sign up here.", "Read more: Why Clearview sold cameras.", ".", "Ok.", "Clearview", "[1]", "Copyright 2023 Example Media."),
        Gen.Const($"Clearview sold {string.Join(' ', Enumerable.Repeat("cameras and more", 700))}."));

    private static readonly Gen<string> Body = Gen.Select(Gen.Frequency((6, Plain), (2, Hostile), (1, Page)).Array[1, 9], Gen.OneOf(" ", "\n\n"), (sentences, joint) => string.Join(joint, sentences));

    private static readonly Gen<ArticleDraft> OneArticle = Gen.Select(
        Body,
        Gen.OneOf<string?>(null, "2017", "2018-04", "2018-04-11", "2019-11-30", "2020-05-12T22:30:00Z", "2021-05-20"),
        Gen.OneOf<string?>(null, "CNN", "The Verge", "Wired"),
        (body, published, publisher) => Newsroom.Draft("a", body, published, publisher));

    private static readonly Gen<ArticleDraft[]> Articles = Gen.Select(OneArticle.Array[0, 6], Gen.Bool, (articles, copied) =>
        articles.Concat(copied ? articles.Take(1) : []).Select((article, i) => article with { Url = $"{article.Url}{i}" }).ToArray());

    private static readonly Gen<string> Questions = Gen.OneOf(
        "Who bought cameras?", "Which companies sold cameras?", "How many cameras did Megvii buy?", "What is the latest on Clearview?", "When did SenseTime sell Viper?",
        "What did the city of Leeds say?", "Who won the World Cup?", "How much was the contract worth?", "What?", "What happened to Clearview in 2018?", "Is Clearview still selling cameras?",
        "What does CNN say about Megvii [7]?", "What does the Bloomberg report say about Viper?", "asdf qwerty", "Compare Megvii and SenseTime.", "Tell me about the cameras", "Who led it?", "and in Europe?", "", "How much is SenseTime worth?", "How much did Megvii raise?", "What was Clearview fined?", "How much is the latest valuation of SenseTime?");

    private static readonly Gen<DateTimeOffset> Instants = Gen.OneOf("2017-06-01T00:00:00Z", "2018-04-11T12:00:00Z", "2020-05-13T00:00:00+02:00", "2020-05-13T00:30:00+02:00", "2021-06-01T09:00:00Z", "2026-01-01T00:00:00Z").Select(DateTimeOffset.Parse);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_answer_keeps_the_contract(bool embeddings)
    {
        int answered = 0;
        await Gen.Select(Articles, Questions.Array[4], Instants).SampleAsync(async (articles, questions, asOf) =>
        {
            using var newsroom = await Newsroom.OpenAsync(articles, embeddings);
            var stored = await newsroom.ArticlesAsync();
            foreach (string question in questions)
            {
                var answer = await newsroom.AskAsync(question, asOf);
                AnswerContract.ShouldHold(answer, stored);
                if (answer.Abstention is null)
                    Interlocked.Increment(ref answered);
            }
        }, iter: Corpora, threads: 2);
        answered.ShouldBeGreaterThan(Corpora / 4, "The properties say little when nothing is answered.");
    }

    [Fact]
    public async Task The_shipped_model_keeps_the_contract() =>
        await Gen.Select(Articles, Questions.Array[4], Instants).SampleAsync(async (articles, questions, asOf) =>
        {
            using var newsroom = await Newsroom.OpenAsync(articles, model: SupportModel.Default);
            var stored = await newsroom.ArticlesAsync();
            foreach (string question in questions)
                AnswerContract.ShouldHold(await newsroom.AskAsync(question, asOf), stored);
        }, iter: Corpora / 2, threads: 2);

    [Fact]
    public async Task What_a_model_wrote_keeps_the_contract_and_grows_by_sentences()
    {
        int written = 0;
        await Gen.Select(Articles, Questions.Array[4], Instants).SampleAsync(async (articles, questions, asOf) =>
        {
            using var newsroom = await Newsroom.OpenAsync(articles, writer: WriterRig.Over(new RecordingModel(CopyingModel.Say)));
            var stored = await newsroom.ArticlesAsync();
            foreach (string question in questions)
            {
                var steps = await newsroom.StepsAsync(question, asOf);
                var answer = steps[^1].ShouldBeOfType<Answered>().Answer;
                AnswerContract.ShouldHold(answer, stored);
                answer.Text.ShouldNotContain("evil.example/.");
                answer.Text.ShouldNotContain("Zorg");
                if (answer.Mode == AnswerMode.Generative)
                    Interlocked.Increment(ref written);
                if (answer.Interpretation!.Intent != "latest")
                    AnswerContract.ShouldGrow(steps);
            }
        }, iter: Corpora, threads: 2);
        written.ShouldBeGreaterThan(Corpora / 4, "The properties say little when nothing is written.");
    }

    [Fact]
    public async Task What_was_shown_of_an_answer_stays() =>
        await Gen.Select(Articles, Questions.Array[4], Instants).SampleAsync(async (articles, questions, asOf) =>
        {
            using var newsroom = await Newsroom.OpenAsync(articles);
            foreach (string question in questions)
                AnswerContract.ShouldGrow(await newsroom.StepsAsync(question, asOf));
        }, iter: Corpora, threads: 2);

    [Fact]
    public async Task The_same_question_gets_the_same_answer() =>
        await Gen.Select(Articles, Questions, Instants, Gen.Bool).SampleAsync(async (articles, question, asOf, embeddings) =>
        {
            using var newsroom = await Newsroom.OpenAsync(articles, embeddings);
            string first = Json(await newsroom.AskAsync(question, asOf));
            Json(await newsroom.AskAsync(question, asOf)).ShouldBe(first);
        }, iter: Corpora / 2, threads: 2);

    private static string Json(Answer answer) => System.Text.Json.JsonSerializer.Serialize(answer with { Diagnostics = answer.Diagnostics with { LatencyMs = 0 } }, AnswerJson.Compact);
}
