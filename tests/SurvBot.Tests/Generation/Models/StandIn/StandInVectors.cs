namespace SurvBot.Tests.Generation.Models.StandIn;

/// <summary>Vectors of the stand-in: the same for the same words in any order, alike for texts that share words.</summary>
internal static class StandInVectors
{
    private const int Dimensions = 64;

    public static float[] Of(string text)
    {
        float[] vector = new float[Dimensions];
        foreach (string word in text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            vector[word.Aggregate(17u, (hash, c) => hash * 31 + c) % Dimensions]++;
        float length = MathF.Sqrt(vector.Sum(value => value * value));
        return length > 0 ? [.. vector.Select(value => value / length)] : vector;
    }
}
