namespace SurvBot.Answers.Understanding.Languages;

/// <summary>Languages that their script gives away.</summary>
internal static class Scripts
{
    // An ideograph is about a word.
    private const int LettersOfAnIdeograph = 3;

    /// <summary>The language whose letters most of a question is written in; null for Latin letters.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="hasEnglish">Whether English words stand in it: then a name in its own script is only a name.</param>
    public static string? Of(string question, bool hasEnglish)
    {
        var counts = new Dictionary<string, int>();
        int latin = 0;
        foreach (char c in question.Where(char.IsLetter))
            if (c < '\u0250')
                latin++;
            else if (LanguageOf(c) is { } language)
                counts[language] = counts.GetValueOrDefault(language) + (c >= '\u3040' && !hasEnglish ? LettersOfAnIdeograph : 1);
        if (counts.Count == 0 || counts.Values.Sum() < latin)
            return null;
        // Letters that only one of several languages of a script has.
        return counts.ContainsKey("ja") ? "ja" : counts.ContainsKey("uk") ? "uk" : counts.ContainsKey("fa") ? "fa" : counts.MaxBy(count => count.Value).Key;
    }

    private static string? LanguageOf(char c) => c switch
    {
        'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' or 'Ґ' => "uk",
        'پ' or 'چ' or 'ژ' or 'گ' => "fa",
        >= '\u0370' and <= '\u03FF' => "el",
        >= '\u0400' and <= '\u04FF' => "ru",
        >= '\u0590' and <= '\u05FF' => "he",
        >= '\u0600' and <= '\u06FF' => "ar",
        >= '\u0900' and <= '\u097F' => "hi",
        >= '\u0E00' and <= '\u0E7F' => "th",
        >= '\u3040' and <= '\u30FF' => "ja",
        >= '\uAC00' and <= '\uD7AF' => "ko",
        >= '\u4E00' and <= '\u9FFF' => "zh",
        _ => null,
    };
}
