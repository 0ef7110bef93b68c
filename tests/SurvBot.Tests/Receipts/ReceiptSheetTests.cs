using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Receipts;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Receipts;

public sealed class ReceiptSheetTests
{
    // A line of its own, a heading, a picture, links in every form, code, HTML, a mention; and what turns or hides text.
    private const string Hostile = "quagga\n# heading ![p](https://evil.example/p.png) [l](https://evil.example) <https://evil.example> www.evil.example a@evil.example `code` <b>fat</b> **bold** \u202Eback\u001b[31m";

    [Fact]
    public void As_Markdown() => ReceiptMarkdown.Of(ReceiptSheet.Of(SomeReplay.Full("quagga"))).ShouldMatchApproved(options => options.SubFolder("Approved").WithFileExtension("md"));

    [Fact]
    public void At_a_terminal() => Shown("quagga").ShouldMatchApproved(options => options.SubFolder("Approved"));

    [Fact]
    public void Strangers_words_make_nothing_of_a_Markdown_file_but_words()
    {
        string plain = ReceiptMarkdown.Of(ReceiptSheet.Of(SomeReplay.Full("quagga"))), file = ReceiptMarkdown.Of(ReceiptSheet.Of(SomeReplay.Full(Hostile)));
        file.Count(c => c == '\n').ShouldBe(plain.Count(c => c == '\n'));
        string left = System.Text.RegularExpressions.Regex.Replace(file, @"\\[!-/:-@\[-`{-~]", "");
        foreach (string markup in (string[])["![", "](", "<b", "`", "evil.example>", "www.", "://evil", "@", "\u202E", "\u001b"])
            left.ShouldNotContain(markup);
        file.ShouldContain("quagga \\# heading");
    }

    [Fact]
    public void Strangers_words_command_no_terminal()
    {
        Shown(Hostile).ShouldNotContain('\u001b');
        Shown(Hostile).ShouldNotContain('\u202E');
    }

    private static string Shown(string word)
    {
        using var console = new PlainConsole(width: 120);
        new TerminalPage(console.Console).Write(ConsoleReceiptRenderer.Render(ReceiptSheet.Of(SomeReplay.Full(word))));
        return console.Text;
    }
}
