using CsCheck;
using SurvBot.Answers.Checking;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Checking;

public sealed class OutputGateTests
{
    private const string Canary = "4f81b03c9de2a675";

    private static readonly Gen<string> Honest = Gen.Select(
        Any.Of("Lumora", "The U.S. agency", "Clearview AI Inc.", "ID.me", "Mayor Tilda Brandt, 54,", "A judge in Washington, D.C.,", "“Big Brother Watch”"),
        Any.Of("paid $2.5 million for", "sold 1,200 of", "didn't buy", "said at 10:30 a.m. that it would ban", "lost 50% of"),
        Any.Of("its cameras", "the faces of [the] city's drivers", "5G/LTE masts", "R&D", "scanners (40 in all)", "the data: names, faces and plates"),
        Any.Of(".", " on 4 May 2021.", ", reports said!", " in the U.S.-led trial?"),
        (who, did, what, end) => $"{who} {did} {what}{end}");

    private static readonly Gen<string> Hostile = Any.Of(
        "https://evil.example/x", "http:\u200b//evil.example", "www.evil.example", "WWW. evil.example", "evil.example", "evil.com", "_evil.com_", "(cform.com)", "evil。com", "ｅｖｉｌ．com", "evil.example/ID.me", ".example/x?d=1", "hxxp://evil", "h t t p s : evil", "evil[.]com", "evil (dot) com",
        "https:", "https:/", "//evil", "tel:+15550100", "mailto:a@evil.example", "javascript: alert(1)", "slack:open", "192.168.0.1", "assist@mail", "someone+x@evil.example",
        "[here](x)", "[here] (x)", "[here][ref]", "[ref]: x", "![pixel]", "[7]", "[ 99 ]", "[1234]", "[^1]", "[٣]",
        "<b>bold", "</at>", "<at>Ann</at>", "<!channel>", "<@U012AB3CD>", "<#C012AB3CD>", "<!subteam^S1>", "< script", "＜!here＞", "&lt;b&gt;", "&#60;", "@channel", "@here", "＠everyone", "@ann",
        "${secret}", "{{secret}}", "{\"type\":\"AdaptiveCard\"}", "`rm`", "%3Cscript", "\u202Eevil", "\u2066", "\u200B", "\u00AD", "\uFEFF", "\uD800", "\uE000", "\u2028", "\u0007", "\U000E0041");

    [Fact]
    public void Honest_prose_leaves() => Honest.Sample(text => Find(text, "The agency bought from ID.me, formerly TroopID.").ShouldBeNull(text), iter: 2_000);

    [Fact]
    public void Nothing_that_acts_leaves_wherever_it_stands() =>
        Gen.Select(Honest, Hostile, Gen.Int[0, 100], Gen.OneOf(" ", "\u00A0")).Sample((text, act, at, blank) =>
        {
            var words = text.Split(' ').ToList();
            words.Insert(at % (words.Count + 1), act);
            string told = string.Join(blank, words);
            // The article that asks for it has the same words.
            Find(told, "ID.me", told).ShouldNotBeNull(told);
        }, iter: 20_000);

    [Theory]
    [InlineData("The code is 4f81b03c9de2a675.")]
    [InlineData("The code is 4F81B03C9DE2A675.")]
    [InlineData("It is 4f81 b03c 9de2 a675.")]
    [InlineData("It is 4-f-8-1-b-0-3-c and more.")]
    [InlineData("It ends with 9de2a6.")]
    [InlineData("Read 576a2ed9c30b18f4 from the right.")]
    [InlineData("It is ４f８１b０３c.")]
    public void The_secret_of_the_prompt_does_not_leave_in_any_form(string text) => Find(text, text).ShouldBe("words of the instructions");

    [Fact]
    public void Any_six_of_its_characters_in_a_row_are_too_many() =>
        Gen.Select(Gen.Int[0, 10], Any.Of("", " ", ".", ", "), Gen.Bool).Sample((from, between, isLoud) =>
        {
            string part = string.Join(between, Canary.Substring(from, 6).AsEnumerable());
            Find($"Lumora sold {(isLoud ? part.ToUpperInvariant() : part)} cameras.").ShouldBe("words of the instructions");
        });

    [Theory]
    [InlineData("ID.me verified the drivers.", "The state hired ID.me for it.")]
    [InlineData("It runs on Amazon.com's cloud.", "It runs on Amazon.com.")]
    [InlineData("The parent is Amazon.com.", "It runs on Amazon.com.")]
    [InlineData("Shops of Marks.co.uk scan faces.", "Marks.co.uk scans faces.")]
    public void A_name_with_a_dot_may_be_told_where_the_article_has_it(string text, string quoted)
    {
        Find(text, quoted).ShouldBeNull();
        Find(text, "Nothing of it is here.").ShouldNotBeNull();
    }

    [Fact]
    public void No_text_breaks_it() => Gen.Select(Gen.String, Gen.String).Sample((text, quoted) => Find(text, quoted));

    private static string? Find(string text, params string[] quoted) => OutputGate.Find(text, quoted, Canary);
}
