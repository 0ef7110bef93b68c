using SurvBot.Corpus.Embedding;

namespace SurvBot.Tests.Embedding;

public sealed class EmbeddingModelLocatorTests : IDisposable
{
    private readonly TemporaryFolder program = new();
    private readonly TemporaryFolder data = new();
    private readonly WeightsServer server = new();

    [Fact]
    public async Task The_files_of_the_build_are_found_next_to_the_program()
    {
        var model = program.Write("models/minilm/all-MiniLM-L6-v2-int8.onnx", "model");
        var vocabulary = program.Write("models/minilm/vocab.txt", "[PAD]");

        (await Locate(new())).ShouldBe(new EmbeddingModelLocation.Found(model, vocabulary, "all-MiniLM-L6-v2-int8"));
    }

    [Fact]
    public async Task A_configured_folder_comes_before_the_files_of_the_build()
    {
        program.Write("models/minilm/all-MiniLM-L6-v2-int8.onnx", "model");
        program.Write("models/minilm/vocab.txt", "[PAD]");
        var mine = data.Write("mine/all-MiniLM-L6-v2-int8.onnx", "model");
        data.Write("mine/vocab.txt", "[PAD]");

        (await Locate(new() { ModelPath = Path.GetDirectoryName(mine) })).ShouldBeOfType<EmbeddingModelLocation.Found>().ModelPath.ShouldBe(mine);
    }

    [Fact]
    public async Task Another_configured_model_is_told_apart_by_its_content()
    {
        var mine = data.Write("mine/model.onnx", "first");
        data.Write("mine/vocab.txt", "[PAD]");
        var first = (await Locate(new() { ModelPath = mine })).ShouldBeOfType<EmbeddingModelLocation.Found>().ModelId;
        File.WriteAllText(mine, "second");
        var second = (await Locate(new() { ModelPath = mine })).ShouldBeOfType<EmbeddingModelLocation.Found>().ModelId;

        first.ShouldStartWith("model-");
        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task A_configured_path_without_a_model_names_the_setting_and_is_not_replaced_by_another_model()
    {
        program.Write("models/minilm/all-MiniLM-L6-v2-int8.onnx", "model");
        program.Write("models/minilm/vocab.txt", "[PAD]");

        Fix(await Locate(new() { ModelPath = "/nowhere" })).ShouldBe(
            "Embedding:ModelPath is /nowhere, but there is no ONNX file with a vocab.txt beside it; correct or remove the setting.");
    }

    [Fact]
    public async Task Without_any_model_the_fix_is_one_line_and_nothing_is_downloaded()
    {
        Fix(await Locate(new())).ShouldBe(
            "The embedding model is missing, so search uses keywords only. Install Node.js and run dotnet build again, or set Embedding:ModelPath.");
        server.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task A_download_needs_a_hash()
    {
        Fix(await Locate(new() { WeightsUrl = new("https://weights.example/model.safetensors") })).ShouldBe(
            "Embedding:WeightsUrl is not used without Embedding:WeightsSha256; set it to the file's SHA-256.");
        server.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task A_failed_download_is_a_fix_that_keeps_the_urls_secrets()
    {
        var fix = Fix(await Locate(new() { WeightsUrl = new("https://weights.example/model.safetensors?token=secret"), WeightsSha256 = "00" }));

        fix.ShouldContain("https://weights.example/model.safetensors cannot be used: ");
        fix.ShouldContain("404");
        fix.ShouldNotContain("secret");
    }

    public void Dispose()
    {
        program.Dispose();
        data.Dispose();
        server.Dispose();
    }

    private static string Fix(EmbeddingModelLocation location) => location.ShouldBeOfType<EmbeddingModelLocation.Missing>().Fix;

    private async Task<EmbeddingModelLocation> Locate(EmbeddingOptions options)
    {
        using var http = server.Client();
        return await new EmbeddingModelLocator(options, http, data.Path, program.Path).LocateAsync(TestContext.Current.CancellationToken);
    }
}
