using System.Diagnostics;
using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Embeddings;
using SurvBot.Answers.Generation.Models;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;
using SurvBot.Tests.Generation.Models.StandIn;

namespace SurvBot.Tests.Generation.Embeddings;

/// <summary>The program's own embedding client, through the provider's real one, against the stand-in.</summary>
public sealed class EmbeddingModelTests : IAsyncLifetime
{
    private ModelStandIn standIn = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => standIn = await ModelStandIn.StartAsync();

    public ValueTask DisposeAsync() => standIn.DisposeAsync();

    [Theory, InlineData(ModelOptions.Azure), InlineData(ModelOptions.OpenAI)]
    public async Task Texts_become_unit_vectors_in_their_order(string provider)
    {
        await using var services = Composed(provider);
        standIn.NextEmbeddings(EmbeddingTroubles.Longer);
        var vectors = await Generator(services, EmbeddingUse.Passages).GenerateAsync(["forty cameras", "a ban in Leeds"], cancellationToken: Token);

        vectors.Select(embedding => embedding.Vector.ToArray()).ShouldBe([StandInVectors.Of("forty cameras"), StandInVectors.Of("a ban in Leeds")], new NearlyEqual());
        standIn.Strangers.ShouldBe(0);
        standIn.Requests.ShouldHaveSingleItem().Model.ShouldBe("small");
    }

    [Fact]
    public async Task The_length_that_is_wanted_is_asked_for_and_part_of_the_id()
    {
        await using var services = Composed(change: options => options.Dimensions = 64);
        await Generator(services, EmbeddingUse.Questions).GenerateAsync(["cameras"], cancellationToken: Token);

        standIn.Requests.ShouldHaveSingleItem().Body.GetProperty("dimensions").GetInt32().ShouldBe(64);
        Generator(services, EmbeddingUse.Questions).GetService<EmbeddingGeneratorMetadata>().ShouldNotBeNull().DefaultModelId.ShouldBe($"azure:{new Uri(standIn.Address).Authority}/small:64");
    }

    [Fact]
    public async Task Many_and_long_texts_go_in_requests_that_a_server_takes()
    {
        await using var services = Composed();
        string[] texts = [.. Enumerable.Range(0, 600).Select(i => $"text {i}"), .. Enumerable.Range(0, 60).Select(i => $"long {i} " + new string('字', 9_000))];
        var vectors = await Generator(services, EmbeddingUse.Passages).GenerateAsync(texts, cancellationToken: Token);

        vectors.Count.ShouldBe(660);
        vectors[599].Vector.ToArray().ShouldBe(StandInVectors.Of("text 599"), 1e-5);
        foreach (var request in standIn.Requests)
        {
            string[] sent = [.. request.Body.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];
            sent.Length.ShouldBeLessThanOrEqualTo(2048);
            sent.Sum(System.Text.Encoding.UTF8.GetByteCount).ShouldBeLessThanOrEqualTo(300_000);
            sent.ShouldAllBe(text => System.Text.Encoding.UTF8.GetByteCount(text) <= 8_191);
        }
    }

    [Fact]
    public async Task Passages_wait_as_long_as_the_server_says_and_are_sent_again()
    {
        await using var services = Composed();
        standIn.NextEmbeddings(EmbeddingTroubles.Of(ModelTroubles.Busy("1")), EmbeddingTroubles.Of(ModelTroubles.Failed()), EmbeddingTroubles.TooFew);
        long started = Stopwatch.GetTimestamp();
        (await Generator(services, EmbeddingUse.Passages).GenerateAsync(["a", "b"], cancellationToken: Token)).Count.ShouldBe(2);

        standIn.Requests.Count.ShouldBe(4);
        Stopwatch.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
    }

    public static TheoryData<string, string> Troubles => new()
    {
        { "busy", "The embedding model has too much to do (HTTP 429)." },
        { "failed", "The embedding model has a fault of its own (HTTP 500)." },
        { "unauthorized", "The embedding model does not accept SurvBot's key or identity (HTTP 401)." },
        { "not found", "There is no such deployment or model at the embedding model's address (HTTP 404)." },
        { "page", "The embedding model sent something that cannot be read." },
        { "too few", "The embedding model gave 1 vectors for 2 texts." },
        { "shorter", "The embedding model gave a vector of 63 numbers instead of 64." },
        { "no numbers", "The embedding model gave a vector that points nowhere." },
        { "nowhere", "The embedding model gave a vector that points nowhere." },
        { "stalled", "The embedding model took too long." },
    };

    [Theory, MemberData(nameof(Troubles))]
    public async Task Every_trouble_is_told_in_one_line_without_secrets(string trouble, string line)
    {
        await using var services = Composed();
        standIn.NextEmbeddings(trouble switch
        {
            "busy" => EmbeddingTroubles.Of(ModelTroubles.Busy("30")),
            "failed" => EmbeddingTroubles.Of(ModelTroubles.Failed()),
            "unauthorized" => EmbeddingTroubles.Of(ModelTroubles.Unauthorized),
            "not found" => EmbeddingTroubles.Of(ModelTroubles.NotFound),
            "page" => EmbeddingTroubles.Of(ModelTroubles.Page),
            "too few" => EmbeddingTroubles.TooFew,
            "shorter" => EmbeddingTroubles.Shorter,
            "no numbers" => EmbeddingTroubles.NoNumbers,
            "nowhere" => EmbeddingTroubles.Nowhere,
            _ => EmbeddingTroubles.Of(ModelTroubles.StallAtFirst),
        });
        long started = Stopwatch.GetTimestamp();
        (await Should.ThrowAsync<EmbeddingUnavailableException>(() => Generator(services, EmbeddingUse.Questions).GenerateAsync(["a", "b"], cancellationToken: Token))).Message.ShouldBe(line);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_server_that_fails_again_and_again_keeps_nobody_waiting()
    {
        await using var services = Composed();
        standIn.NextEmbeddings(Enumerable.Repeat(EmbeddingTroubles.Of(ModelTroubles.StallAtFirst), 9));
        var questions = Generator(services, EmbeddingUse.Questions);
        for (int i = 0; i < 3; i++)
            await Should.ThrowAsync<EmbeddingUnavailableException>(() => questions.GenerateAsync(["a"], cancellationToken: Token));

        (await Should.ThrowAsync<EmbeddingUnavailableException>(() => questions.GenerateAsync(["a"], cancellationToken: Token))).Message.ShouldContain("left alone");
        standIn.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Whoever_gives_up_is_no_fault_of_the_server()
    {
        await using var services = Composed();
        standIn.NextEmbeddings(EmbeddingTroubles.Of(ModelTroubles.StallAtFirst));
        using var givenUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Should.ThrowAsync<OperationCanceledException>(() => Generator(services, EmbeddingUse.Passages).GenerateAsync(["a"], cancellationToken: givenUp.Token));
    }

    [Theory]
    [InlineData(null), InlineData("none"), InlineData("builtin"), InlineData("BuiltIn")]
    public async Task Without_a_provider_outside_nothing_is_asked_there_whatever_lies_in_the_environment(string? provider)
    {
        await using var services = new ServiceCollection().AddEmbeddingModel(new EmbeddingProviderOptions { Provider = provider }, _ => "set").BuildServiceProvider();
        services.GetKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(EmbeddingUse.Passages).ShouldBeNull();
    }

    [Theory]
    [InlineData("azur", null, null, null, "Embedding model, SurvBot__Embedding__Provider: it is none that SurvBot knows; set it to azure, openai, builtin or none.")]
    [InlineData("azure", null, "small", null, "Embedding model, SurvBot__Embedding__Endpoint: it is missing; set it (or AZURE_OPENAI_ENDPOINT) to the resource's address, https://NAME.openai.azure.com.")]
    [InlineData("azure", "https://news.openai.azure.com", null, null, "Embedding model, SurvBot__Embedding__Name: it is missing; set it (or AZURE_OPENAI_EMBEDDING_DEPLOYMENT) to the name of the deployment.")]
    [InlineData("openai", "http://elsewhere/v1", "small", null, "Embedding model, SurvBot__Embedding__Endpoint: it is not an https address; set it to what /embeddings is appended to, such as http://localhost:11434/v1.")]
    [InlineData("openai", null, "small", 0, "Embedding model, SurvBot__Embedding__Dimensions: 0 is no length from 1 to 4096; remove it.")]
    [InlineData("openai", null, "small", 256, null)]
    public void Settings_that_cannot_work_are_told_in_one_line(string provider, string? endpoint, string? name, int? dimensions, string? line) =>
        (new EmbeddingProviderOptions { Provider = provider, Endpoint = endpoint, Name = name, Dimensions = dimensions }.CompletedFrom(_ => null).FindFault()?.Line).ShouldBe(line);

    [Fact]
    public void The_environment_completes_what_the_settings_begin()
    {
        var variables = new Dictionary<string, string> { ["AZURE_OPENAI_ENDPOINT"] = "https://news.openai.azure.com", ["AZURE_OPENAI_DEPLOYMENT"] = "chat", ["AZURE_OPENAI_EMBEDDING_DEPLOYMENT"] = "small" };
        var options = new EmbeddingProviderOptions { Provider = "azure" }.CompletedFrom(variables.GetValueOrDefault);
        (options.Endpoint, options.Name, options.FindFault()).ShouldBe(("https://news.openai.azure.com", "small", null));
    }

    private static IEmbeddingGenerator<string, Embedding<float>> Generator(IServiceProvider services, EmbeddingUse use) => services.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(use);

    private ServiceProvider Composed(string provider = ModelOptions.Azure, Action<EmbeddingProviderOptions>? change = null)
    {
        var options = new EmbeddingProviderOptions
        {
            Provider = provider,
            Endpoint = provider == ModelOptions.Azure ? standIn.Address : $"{standIn.Address}/v1",
            Name = "small",
            ApiKey = ModelStandIn.Key,
            QuestionTimeout = TimeSpan.FromSeconds(1),
        };
        change?.Invoke(options);
        return new ServiceCollection().AddEmbeddingModel(options, _ => null).BuildServiceProvider();
    }

    private sealed class NearlyEqual : IEqualityComparer<float[]>
    {
        public bool Equals(float[]? x, float[]? y) => x!.Length == y!.Length && TensorPrimitives.Distance<float>(x, y) < 1e-5;

        public int GetHashCode(float[] obj) => 0;
    }
}
