using SurvBot.Bot.Channels.Console;

namespace SurvBot.Tests.Channels.Console;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("plain “text” – 5 € [b]x[/]", "plain “text” – 5 € [b]x[/]")]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("a\u001b]8;;https://evil.example\u0007link\u001b]8;;\u001b\\b", "alinkb")]
    [InlineData("a\u009b31mb", "ab")]
    [InlineData("title\u001b]0;owned", "title")]
    [InlineData("\u001bcreset", "reset")]
    [InlineData("bell\u0007 back\b\u007f null\0", "bell back null")]
    [InlineData("abc\u202Egnp.exe\u202C\u2066x\u2069", "abcgnp.exex")]
    [InlineData("zero\u200Bwidth\uFEFF\u00AD", "zerowidth")]
    [InlineData("tag\U000E0041\U000E0042", "tag")]
    [InlineData("می\u200Cروم", "می\u200Cروم")]
    [InlineData("  two\r\n lines\tand  a\u00a0space ", "two lines and a space")]
    [InlineData(null, "")]
    public void A_line_keeps_its_words_and_nothing_that_commands_a_terminal(string? text, string safe) =>
        TerminalText.Line(text).ShouldBe(safe);

    // Not theory data: that is carried as UTF-8, which has no halves.
    [Fact]
    public void Half_a_character_is_replaced() => TerminalText.Line("lone \ud800 half").ShouldBe("lone \uFFFD half");

    [Fact]
    public void Paragraphs_stay() => TerminalText.Paragraphs("one\u001b[2J \r\n\n  two").ShouldBe("one\n\n two");

    [Fact]
    public void Lines_are_wrapped_at_words_and_a_long_word_stays_whole() =>
        TerminalText.Wrap("aa bb cc https://news.example/long dd", 8).ShouldBe(["aa bb cc", "https://news.example/long", "dd"]);

    [Fact]
    public void Nothing_is_one_empty_line() => TerminalText.Wrap("", 8).ShouldBe([""]);
}
