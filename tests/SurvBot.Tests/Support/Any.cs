using CsCheck;

namespace SurvBot.Tests.Support;

/// <summary>Generators that several properties share.</summary>
internal static class Any
{
    private static readonly string[] s_words =
        ["camera", "cameras", "police", "U.S.", "2,000", "3.5", "the", "of", "face", "faces", "recognition", "Überwachung", "人脸", "city", "ban", "banned", "vendor's", "drone", "court", "data"];

    /// <summary>One of the values.</summary>
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>A few words of a small vocabulary, stop words among them.</summary>
    public static Gen<string> Words(int least, int most) => Of(s_words).Array[least, most].Select(words => string.Join(' ', words));
}
