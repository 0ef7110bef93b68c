using System.Text.Json;

namespace SurvBot.Acceptance;

/// <summary>Short news that never happened, each made from its number and unlike the others; one passage an article.</summary>
internal static class InventedNews
{
    private static readonly string[] Towns = ["Larkhaven", "Dunmere", "Ostwick", "Quillport", "Bramfold", "Senlow", "Tarnby", "Velmouth", "Wexcombe", "Yarrowgate", "Pellstead"];
    private static readonly string[] Makers = ["Glimmer Vision", "Oculant", "Parsec Eyes", "Norrin Labs", "Heliograph", "Tessera Gaze", "Brightline"];
    private static readonly string[] Places = ["harbour", "library", "stadium", "tram depot", "night market", "hospital", "school gate", "toll bridge", "fish hall", "courthouse", "ferry pier", "swimming bath", "cattle fair"];
    private static readonly string[] Things = ["face scanners", "plate readers", "gait sensors", "listening posts", "drones", "iris gates", "crowd counters", "voice logs", "heat cameras"];
    private static readonly string[] People = ["Ada Finch", "Bo Marlow", "Cyril Oake", "Dita Renn", "Egon Swale", "Fenna Tull", "Gus Umber", "Hedy Vance", "Ivo Wick", "Jora Yates", "Kit Zeller", "Lena Ashby"];
    private static readonly string[] Deeds = ["bought", "banned", "tested", "sold off", "hid", "audited", "unplugged", "leased", "smashed", "praised"];
    private static readonly string[] Reasons = ["after a theft", "before the vote", "despite protests", "on a judge's order", "to save money", "following a leak", "at the mayor's wish", "because of fog"];

    /// <summary>JSON lines for the articles from <paramref name="first"/> on.</summary>
    public static string[] Lines(int first, int count) => [.. Enumerable.Range(first, count).Select(n => Line(n))];

    /// <summary>One article; <paramref name="text"/> tells whose text it has, when it is a copy.</summary>
    public static string Line(int number, int? text = null) => JsonSerializer.Serialize(new
    {
        url = Url(number),
        title = Title(text ?? number),
        publisher = $"{Of(Towns, number, 5)} Courier",
        publishedAt = $"{2015 + number % 9}-{1 + number % 12:00}-{1 + number % 28:00}",
        language = "en",
        body = Body(text ?? number),
    });

    public static string Url(int number) => $"https://news.example/{number}";

    public static string Title(int number) => $"{Of(Towns, number, 0)} {Of(Deeds, number, 1)} {number} {Of(Things, number, 2)}";

    private static string Body(int number) =>
        $"The {Of(Places, number, 3)} of {Of(Towns, number, 0)} {Of(Deeds, number, 1)} {number} {Of(Things, number, 2)} {Of(Reasons, number, 4)}. " +
        $"{Of(People, number, 6)} of {Of(Makers, number, 7)} called it {Of(Deeds, number, 8)} goods worth {number * 37 % 1009} crowns. " +
        $"{Of(People, number, 9)} wants {Of(Things, number, 10)} at the {Of(Places, number, 11)} {Of(Reasons, number, 12)}.";

    // Weyl steps: neighbours share few words, and the same number always gives the same text.
    private static string Of(string[] words, int number, int slot) => words[(int)((uint)((number + 1) * 2654435761L + (slot + 1) * 40503L * (number + 7)) >> 8) % words.Length];
}
