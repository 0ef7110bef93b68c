using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SurvBot.Answers;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Evaluation.SlotPairs;

/// <summary>Two sentences, and how a person says that their amounts stand to each other.</summary>
/// <param name="Kind">The amounts that are meant: "money", "share", or "count" with what is counted.</param>
/// <param name="One">The first sentence.</param>
/// <param name="Other">The second.</param>
/// <param name="Label">What the person says.</param>
public sealed record SlotPair(string Kind, SentencePlace One, SentencePlace Other, [property: JsonRequired] PairLabel Label)
{
    /// <summary>Reads a line of a file of pairs.</summary>
    /// <exception cref="FormatException">It is not such a line.</exception>
    public static SlotPair Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<SlotPair>(line, AnswerJson.Compact) is { Kind: not null, One.Url: not null, Other.Url: not null } pair ? pair : throw new FormatException("a pair has \"kind\", \"one\", \"other\" and \"label\"");
        }
        catch (JsonException fault)
        {
            throw new FormatException("not a pair of sentences", fault);
        }
    }
}

/// <summary>Where a sentence stands; its text is not kept in the file, but whether it is the same can be told.</summary>
/// <param name="Url">The article's canonical address.</param>
/// <param name="Start">UTF-16 offset in the body.</param>
/// <param name="End">The offset after it.</param>
/// <param name="Sha256">Of its UTF-8 text, in small hexadecimal digits.</param>
public sealed record SentencePlace(string Url, int Start, int End, string Sha256)
{
    /// <summary>Whether the article still has this sentence here.</summary>
    public bool IsIn(Article article) =>
        Start >= 0 && Start < End && End <= article.Body.Length && Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(article.Body[Start..End]))) == Sha256;
}

/// <summary>How a person says that two amounts stand to each other.</summary>
public enum PairLabel
{
    /// <summary>One fact at one moment, and values that both can hold.</summary>
    Same,

    /// <summary>One fact at one moment, and values of which one must be wrong.</summary>
    Conflict,

    /// <summary>One fact at different moments.</summary>
    Development,

    /// <summary>Different facts.</summary>
    Different,
}
