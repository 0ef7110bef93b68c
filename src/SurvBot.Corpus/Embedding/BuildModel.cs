// The program EmbeddingModel.targets compiles and runs during the build; no part of the library.
using SurvBot.Corpus.Embedding.Onnx;

try
{
    MiniLmModelBuild.Run(
        Pinned(args[0], MiniLmModelBuild.PackageWeightsSha256), Pinned(args[1], MiniLmModelBuild.TokenizerSha256), folder: args[2]);
    return 0;
}
catch (Exception refused) when (refused is InvalidDataException or IOException)
{
    Console.WriteLine(refused.Message);
    return 1;
}

static PinnedFile Pinned(string path, string sha256) => new(Path.GetFileName(path), File.ReadAllBytes(path), sha256);
