using Microsoft.ML.Tokenizers;

namespace SurvBot.Answers.Generation.Prompts;

/// <summary>Counts tokens as OpenAI's models of today do (o200k_base), so that a budget is kept before a model is asked.</summary>
internal static class PromptTokens
{
    // The vocabulary takes some 0.2 s and 30 MB: only a program with a model pays for it.
    private static readonly Lazy<Tokenizer> O200K = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    /// <summary>Tokens of the text.</summary>
    public static int Of(string text) => O200K.Value.CountTokens(text);

    /// <summary>What to set aside for a prompt of that many, since other providers' models split words more finely.</summary>
    public static long AtMost(int tokens) => tokens * 5L / 4 + 50;
}
