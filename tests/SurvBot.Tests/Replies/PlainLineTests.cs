using CsCheck;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Replies;

public sealed class PlainLineTests
{
    [Fact]
    public void A_line_is_cut_between_characters() =>
        Gen.Select(Any.Of("a", "😀", "é", " ", "\n", "\u202E", "<", "[").Array[0, 40], Gen.Int[1, 30]).Sample((parts, most) =>
        {
            string line = PlainLine.Of(string.Concat(parts), most);
            line.Length.ShouldBeLessThanOrEqualTo(most);
            line.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
            line.ShouldBe(line.Trim());
        });

    [Fact]
    public void Gaps_and_escapes_count_against_the_limit() =>
        Gen.Select(Any.Of("a", "<", "ann@x", " ").Array[0, 60], Gen.Int[10, 40]).Sample((parts, most) =>
        {
            string Make(int length) => PlainLine.Unlinked(PlainLine.Of(string.Concat(parts), length)).Replace("<", "&lt;", StringComparison.Ordinal);
            PlainLine.Fitted(most, Make).Length.ShouldBeLessThanOrEqualTo(most);
            if (Make(most).Length <= most)
                PlainLine.Fitted(most, Make).ShouldBe(Make(most));
        });

    [Theory]
    [InlineData("http://evil.example", "http:\u200B//evil.example")]
    [InlineData("slack://open", "slack:\u200B//open")]
    [InlineData("it is 10:30, see 3:1", "it is 10:30, see 3:1")]
    public void An_address_is_kept_apart(string text, string line) => PlainLine.Unlinked(text).ShouldBe(line);
}
