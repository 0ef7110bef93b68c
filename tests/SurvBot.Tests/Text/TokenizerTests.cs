using CsCheck;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Text;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("the U.S. Senate", "the usa senate")]
    [InlineData("U.S.-made", "usa made")]
    [InlineData("U.S", "usa")]
    [InlineData("u.s. law", "usa law")]
    [InlineData("US law", "usa law")]
    [InlineData("the USA's and the U.S.A.", "the usa and the usa")]
    [InlineData("it told us", "it told us")]
    [InlineData("Us and them", "us and them")]
    [InlineData("USB and USAF", "usb and usaf")]
    public void The_country_is_one_word_and_the_pronoun_another(string text, string words) => Words(text).ShouldBe(words);

    [Theory]
    [InlineData("2,000 cameras", "2000 cameras")]
    [InlineData("$1,234,567.89", "1234567.89")]
    [InlineData("3.5 percent", "3.5 percent")]
    [InlineData("in 2018, police", "in 2018 police")]
    [InlineData("It rose by 5.", "it rose by 5")]
    [InlineData("600m, 5G", "600m 5g")]
    public void Numbers_lose_their_thousands_mark_and_keep_their_decimals(string text, string words) => Words(text).ShouldBe(words);

    [Theory]
    [InlineData("SenseTime's", "sensetime")]
    [InlineData("SenseTime’s plan", "sensetime plan")]
    [InlineData("the FBI'S", "the fbi")]
    [InlineData("'shares", "shares")]
    [InlineData("the users' data", "the users data")]
    [InlineData("face-recognition", "face recognition")]
    [InlineData("J.K. Rowling, e.g. that", "jk rowling eg that")]
    [InlineData("A. Smith", "a smith")]
    public void Possessives_go_hyphens_part_and_initials_join(string text, string words) => Words(text).ShouldBe(words);

    [Theory]
    [InlineData("café Überwachung São", "cafe uberwachung sao")]
    [InlineData("cafe\u0301 society", "cafe society")]
    [InlineData("ﬁne Ｆａｃｅ", "fine face")]
    [InlineData("Łódź Straße Ærø", "lodz strasse aero")]
    [InlineData("ΆΛΦΑ İstanbul", "αλφα istanbul")]
    [InlineData("Яндекс ΣΕΝΣ", "яндекс σενσ")]
    public void Accents_and_shapes_of_letters_do_not_count(string text, string words) => Words(text).ShouldBe(words);

    [Theory]
    [InlineData("人脸识别 AI", "人 脸 识 别 ai")]
    [InlineData("AI人", "ai 人")]
    [InlineData("カメラ、감시", "カ メ ラ 감 시")]
    public void An_ideograph_is_a_word(string text, string words) => Words(text).ShouldBe(words);

    [Theory]
    [InlineData("")]
    [InlineData(" …—! \u0301 ")]
    [InlineData("\uD83C\uDFA5 \uD800")]
    public void A_text_without_letters_has_no_words(string text) => Words(text).ShouldBe("");

    [Fact]
    public void A_word_has_its_exact_place()
    {
        const string text = "In the U.S., SenseTime’s 2,000 Café-cameras: 人脸.";
        Tokens(text).Select(token => token.Span.In(text)).ShouldBe(["In", "the", "U.S.", "SenseTime’s", "2,000", "Café", "cameras", "人", "脸"]);
    }

    [Fact]
    public void A_word_knows_its_capital()
    {
        var words = new Tokenizer("Alibaba led");
        words.MoveNext();
        words.IsCapitalized.ShouldBeTrue();
        words.MoveNext();
        words.IsCapitalized.ShouldBeFalse();
    }

    [Fact]
    public void An_endless_word_is_cut_but_its_place_is_whole()
    {
        var (word, span) = Tokens(new string('x', 1000)).ShouldHaveSingleItem();
        (word.Length, span).ShouldBe((Tokenizer.MaxWordLength, new TextSpan(0, 1000)));
    }

    [Fact]
    public void Words_come_in_order_within_bounds_and_leave_no_letter_out() => AnyText.Sample(text =>
    {
        int end = 0;
        foreach (var (word, span) in Tokens(text))
        {
            if (span.Start < end || span.End <= span.Start || span.End > text.Length || word.Length > Tokenizer.MaxWordLength || word.Any(char.IsAsciiLetterUpper))
                return false;
            if (text[end..span.Start].Any(char.IsLetterOrDigit))
                return false;
            end = span.End;
        }
        return !text[end..].Any(char.IsLetterOrDigit);
    }, iter: 2000);

    // A quadratic walk over these would take hours.
    [Theory]
    [InlineData("a.")]
    [InlineData("1,")]
    [InlineData("1.")]
    [InlineData("x's")]
    [InlineData("e\u0301")]
    [InlineData("人")]
    public async Task A_long_text_is_walked_once(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 1_000_000));
        var walk = Task.Run(() => Tokens(text)[^1].Span.End, TestContext.Current.CancellationToken);
        (await walk.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).ShouldBeGreaterThan(text.Length - 2);
    }

    private static readonly string[] s_pieces =
        ["U.S.", "US", "us", "'s", "’s", ".", ",", "2,000", "3.5", "é", "e\u0301", "\u0301", "ﬁ", "人", "カ", "\uD83C", "\uDFA5", "\u037A", "ª", "a", "B", "c.", "9", " ", "-", "\n", "½", "İ"];

    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.String, Any.Of(s_pieces).Array[0, 30].Select(string.Concat));

    private static string Words(string text) => string.Join(' ', Tokens(text).Select(token => token.Word));

    private static List<(string Word, TextSpan Span)> Tokens(string text)
    {
        var tokens = new List<(string, TextSpan)>();
        var words = new Tokenizer(text);
        while (words.MoveNext())
            tokens.Add((words.Word.ToString(), new TextSpan(words.Start, words.End)));
        return tokens;
    }
}
