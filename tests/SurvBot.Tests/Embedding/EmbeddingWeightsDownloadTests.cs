using System.Security.Cryptography;
using System.Text;
using SurvBot.Corpus.Embedding;
using SurvBot.Tests.Embedding.Onnx;

namespace SurvBot.Tests.Embedding;

public sealed class EmbeddingWeightsDownloadTests : IDisposable
{
    private const string Url = "https://weights.example/tiny/model.safetensors";

    private static readonly byte[] Tokenizer =
        Encoding.UTF8.GetBytes("""{"model":{"vocab":{"[PAD]":0,"[UNK]":1,"[CLS]":2,"[SEP]":3,"[MASK]":4,"police":5,"radar":6}}}""");

    private readonly byte[] weights = new TinyBert().ToSafetensors();
    private readonly TemporaryFolder data = new();
    private readonly WeightsServer server = new();

    [Fact]
    public async Task Downloaded_weights_become_a_model_that_embeds()
    {
        Serve(weights);

        var found = (await Download(Sha256(weights))).ShouldBeOfType<EmbeddingModelLocation.Found>();

        found.ModelId.ShouldBe($"all-MiniLM-L6-v2-int8-{Sha256(weights)[..8]}");
        using var encoder = new MiniLmEncoder(found);
        encoder.Encode("police radar").Tokens.ShouldBe(4);
        encoder.Encode("police radar").Vector.Length.ShouldBe(TinyBert.Hidden);
    }

    [Fact]
    public async Task The_second_start_finds_the_first_download()
    {
        Serve(weights);
        var first = await Download(Sha256(weights));
        var requests = server.Requests;

        (await Download(Sha256(weights))).ShouldBe(first);
        server.Requests.ShouldBe(requests);
    }

    [Fact]
    public async Task Other_bytes_than_promised_are_refused_in_one_line_and_leave_nothing_behind()
    {
        Serve([.. weights, 0]);

        var fix = (await Download(Sha256(weights))).ShouldBeOfType<EmbeddingModelLocation.Missing>().Fix;

        fix.ShouldBe(
            $"The embedding weights at {Url} cannot be used: model.safetensors has SHA-256 {Sha256([.. weights, 0])} instead of {Sha256(weights)}, " +
            "so it was not used. Check Embedding:WeightsUrl and Embedding:WeightsSha256.");
        Directory.GetFiles(data.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Weights_of_another_network_are_refused()
    {
        var other = SafetensorsFile.Of("{}", []);
        Serve(other);

        (await Download(Sha256(other))).ShouldBeOfType<EmbeddingModelLocation.Missing>().Fix
            .ShouldContain("The weights have no tensor embeddings.word_embeddings.weight.");
        Directory.GetFiles(data.Path, "*.onnx*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    public void Dispose()
    {
        data.Dispose();
        server.Dispose();
    }

    private void Serve(byte[] served) => server.Serve(Url, served).Serve("https://weights.example/tiny/tokenizer.json", Tokenizer);

    private async Task<EmbeddingModelLocation> Download(string sha256)
    {
        using var http = server.Client();
        return await new EmbeddingWeightsDownload(http, data.Path, Sha256(Tokenizer)).LocateAsync(new Uri(Url), sha256, TestContext.Current.CancellationToken);
    }

    private static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
