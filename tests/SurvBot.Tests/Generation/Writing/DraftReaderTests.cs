using CsCheck;
using SurvBot.Answers.Checking;
using SurvBot.Answers.Generation.Writing;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Generation.Writing;

public sealed class DraftReaderTests
{
    private const string Sold = "Lumora sold 40 cameras.";

    [Theory]
    [InlineData("Lumora sold 40 cameras. [2]")]
    [InlineData("Lumora sold 40 cameras.[2]")]
    [InlineData("Lumora sold 40 cameras [2].")]
    [InlineData("Lumora sold 40 cameras. [2].")]
    [InlineData("Lumora sold [2] 40 cameras.")]
    [InlineData("[2] Lumora sold 40 cameras.")]
    [InlineData("Lumora sold 40 cameras. (2)")]
    [InlineData("Lumora sold 40 cameras. 【2】")]
    [InlineData("Lumora sold 40 cameras. 【2†source】")]
    [InlineData("Lumora sold 40 cameras. [^2]")]
    [InlineData("Lumora sold 40 cameras. [passage 2]")]
    [InlineData("- Lumora sold 40 cameras. [2]")]
    [InlineData("1. Lumora sold 40 cameras. [2]")]
    [InlineData("> * **Lumora** sold 40 cameras. [ 2 ][2]")]
    [InlineData("Lumoraˆsoldˆˆ40ˆcameras. [2]")]
    public void A_sentence_is_read_with_its_marker_in_whatever_form(string line) => ShouldRead(line, (Sold, [2]));

    [Theory]
    [InlineData("[1][3]")]
    [InlineData("[1, 3]")]
    [InlineData("[1] [3]")]
    [InlineData("[1; 3]")]
    [InlineData("[1 and 3]")]
    public void Several_markers_are_several_citations(string markers) => ShouldRead($"{Sold} {markers}", (Sold, [1, 3]));

    [Fact]
    public void A_range_is_all_of_it_and_a_senseless_one_its_beginning()
    {
        ShouldRead($"{Sold} [1-3]", (Sold, [1, 2, 3]));
        ShouldRead($"{Sold} [3–1]", (Sold, [3]));
        ShouldRead($"{Sold} [1-999]", (Sold, [1]));
    }

    [Theory]
    [InlineData("Lumora sold 40 cameras in (2021) terms. [1]", "Lumora sold 40 cameras in (2021) terms.")]
    [InlineData("The mayor (54) sold [the] cameras. [1]", "The mayor (54) sold [the] cameras.")]
    public void Other_brackets_are_words(string line, string text) => ShouldRead(line, (text, [1]));

    [Fact]
    public void Sentences_of_one_line_are_told_apart()
    {
        ShouldRead("Lumora sold 40 cameras. [1] Orvex bought them. [2]", (Sold, [1]), ("Orvex bought them.", [2]));
        ShouldRead("Lumora sold 40 cameras [1] and Orvex bought them [2].", ("Lumora sold 40 cameras and Orvex bought them.", [1, 2]));
        ShouldRead("Lumora sold 40 cameras. Orvex bought them. [2]", (Sold, [2]), ("Orvex bought them.", [2]));
        ShouldRead("Lumora sold 40 cameras. [1] Orvex bought them.", (Sold, [1]), ("Orvex bought them.", []));
    }

    [Theory]
    [InlineData("Here is the answer:\nLumora sold 40 cameras. [2]")]
    [InlineData("# Answer\r\n\r\nLumora sold 40 cameras. [2]\r\n")]
    [InlineData("```\nLumora sold 40 cameras. [2]\n```")]
    [InlineData("{\n\"citations\": [2]\n}\nLumora sold 40 cameras. [2]")]
    [InlineData("[\n{\"text\": \"It is so.\", \"n\": [1]}\n]\nLumora sold 40 cameras. [2]")]
    public void What_stands_around_sentences_is_none(string text) => ShouldRead(text, (Sold, [2]));

    [Fact]
    public void A_sentence_that_cites_nothing_is_told_of() => ShouldRead(Sold, (Sold, []));

    [Fact]
    public void Figures_of_other_scripts_are_no_markers() => ShouldRead("Lumora sold 40 cameras [٣]. [1]", ("Lumora sold 40 cameras [٣].", [1]));

    [Fact]
    public void What_was_cut_off_is_not_read_before_its_line_ends()
    {
        var reader = new DraftReader();
        reader.Read($"{Sold} [1]\nOrvex bought").Select(sentence => sentence.Text).ShouldBe([Sold]);
    }

    [Fact]
    public void A_line_without_an_end_takes_no_memory() => Read(new string('x', 100_000)).ShouldAllBe(sentence => sentence.Text.Length <= 4_000);

    [Fact]
    public void However_the_text_is_cut_its_sentences_are_the_same() =>
        Gen.Select(Gen.OneOf(Any.Of(Sold, " [1]", "[2, 3].", " (1)", "\n", "\r\n", "【1】", "- ", "**", "{", "\"a\": [1]", "[", "]", "9", "ˆ", "U.S. ", "Inc. ", "٣", "\uD800", "😀"), Gen.String[0, 4]).Array[0, 30].Select(string.Concat), Gen.Int[1, 7].Array[1, 9]).Sample((text, cuts) =>
        {
            var reader = new DraftReader();
            var read = new List<DraftedSentence>();
            for (int at = 0, i = 0; at < text.Length; i++)
            {
                int length = Math.Min(cuts[i % cuts.Length], text.Length - at);
                read.AddRange(reader.Read(text.Substring(at, length)));
                at += length;
            }
            read.AddRange(reader.Complete());
            Told(read).ShouldBe(Told(Read(text)));
        }, iter: 3_000);

    private static void ShouldRead(string text, params (string Text, int[] Citations)[] expected) =>
        Told(Read(text)).ShouldBe(expected.Select(sentence => $"{sentence.Text} {string.Join(',', sentence.Citations)}"), text);

    private static List<DraftedSentence> Read(string text)
    {
        var reader = new DraftReader();
        return [.. reader.Read(text), .. reader.Complete()];
    }

    private static IEnumerable<string> Told(IEnumerable<DraftedSentence> sentences) => sentences.Select(sentence => $"{sentence.Text} {string.Join(',', sentence.Citations)}");
}
