using CsCheck;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Claims.Aliases;

public sealed class AliasTextTests
{
    [Fact]
    public void A_group_stands_on_a_line_and_its_first_name_is_shown()
    {
        var group = AliasText.Parse("# makers\r\n\r\nLumora\tthe Norvik start-up\tLumora Kameras GmbH\r\n").Groups.ShouldHaveSingleItem();

        group.Shown.ShouldBe("Lumora");
        group.Names.ShouldBe(["Lumora", "the Norvik start-up", "Lumora Kameras GmbH"]);
        group.IsGathered.ShouldBeFalse();
    }

    [Fact]
    public void What_stands_below_the_marker_was_gathered() =>
        AliasText.Parse($"Lumora\tQuillcam\n{AliasText.Marker}\nFair Market Office\tFMO\n").Groups.Select(group => group.IsGathered).ShouldBe([false, true]);

    [Theory, InlineData(""), InlineData("\uFEFF"), InlineData("\n \n\t\n# nothing\n")]
    public void A_file_may_say_nothing(string text)
    {
        AliasText.Parse(text).Groups.ShouldBeEmpty();
        AliasText.Parse(text).Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Lumora Quillcam", "it needs two different names with a tab between them")]
    [InlineData("Lumora\tLUMORA Ltd", "it needs two different names with a tab between them")]
    [InlineData("Lumora\t—", "“—” is no name")]
    [InlineData("Lumora\tQuill\u001b[31mcam", "it has hidden or broken characters; write it as plain UTF-8 text")]
    [InlineData("Lumora\tQuill\u202Ecam", "it has hidden or broken characters; write it as plain UTF-8 text")]
    [InlineData("Lumora\tQuill\uFFFDcam", "it has hidden or broken characters; write it as plain UTF-8 text")]
    public void A_bad_line_is_told_and_the_others_count(string line, string fault)
    {
        var text = AliasText.Parse($"\uFEFF海康威视\tHikvision\n{line}\nMünchner Amt\tAmt\n");

        text.Faults.ShouldBe([$"line 2 is left out: {fault}"]);
        text.Groups.Select(group => group.Shown).ShouldBe(["海康威视", "Münchner Amt"]);
    }

    [Fact]
    public void A_name_without_end_is_told() =>
        AliasText.Parse($"Lumora\t{new string('x', 101)}").Faults.ShouldBe(["line 1 is left out: a name has more than 100 characters"]);

    [Fact]
    public void Whatever_a_file_holds_a_line_is_a_group_or_a_fault_or_nothing() =>
        Any.Of("a", "Lumora", "\t", "\t", "\n", "\r", "#", "\0", "\u202E", " ", "人脸", "—").Array[0, 30].Select(parts => string.Concat(parts)).Sample(text =>
        {
            var read = AliasText.Parse(text);
            (read.Groups.Count + read.Faults.Count).ShouldBe(text.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line) && !line.StartsWith('#')));
            read.Groups.ShouldAllBe(group => group.Names.Count > 1 && group.Names.All(name => name.Length > 0 && !name.Any(char.IsControl)));
        });
}
