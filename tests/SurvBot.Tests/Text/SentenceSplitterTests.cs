using System.Diagnostics;
using CsCheck;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Text;

namespace SurvBot.Tests.Text;

public sealed class SentenceSplitterTests
{
    // '|' marks where a sentence ends; "⏎" stands for a line break.
    [Theory]
    [InlineData("Cameras went up in May. |Nobody was asked.")]
    [InlineData("The U.S. Commerce Department acted. |It named eight firms.")]
    [InlineData("He moved to the U.S. |The firm followed.")]
    [InlineData("Exports to the U.S. fell.")]
    [InlineData("In Washington, D.C., Sen. Ron Example (D-Ore.) asked Gov. Ann Example to stop. |She refused.")]
    [InlineData("WASHINGTON, D.C. — The bill passed.")]
    [InlineData("Mr. Lee met Dr. Cho and Lt. Gov. Ray. |They agreed.")]
    [InlineData("Example Holding Ltd. and Sample Corp. merged. |Shares rose.")]
    [InlineData("It was bought by Example Inc. |He left in 2019.")]
    [InlineData("Example Inc. Chief Executive Kim Lee resigned.")]
    [InlineData("George W. Example and J. Edgar Sample signed it. |No one objected.")]
    [InlineData("They chose plan B. |The rest is known.")]
    [InlineData("It raised $4.5 billion in 2.5 years. |60,000 cameras followed.")]
    [InlineData("It is No. 5 of 20. |She said no. |The board agreed.")]
    [InlineData("On Oct. 7, the list grew. |On Sept. 11 it shrank.")]
    [InlineData("It starts at 5 p.m. Friday. |It ends at 9 a.m. |The room is small.")]
    [InlineData("Doors open at 9 a.m. ET on Monday.")]
    [InlineData("Use tools, e.g. Maltego, i.e. graph software, vs. Excel. |Fine.")]
    [InlineData("“Is it legal?” she asked. |“We think so.” |Others doubt it.")]
    [InlineData("“Is it legal?” Smith of the ACLU asked.")]
    [InlineData("“Is it legal?” Dana Smith asked. |Nobody knew.")]
    [InlineData("“Is it legal?” |The judge said no.")]
    [InlineData("\"It works!\" he shouted. |\"Does it?\"")]
    [InlineData("“It works.” |“It does not.”")]
    [InlineData("“It works.” |(Nobody had asked.) |Then silence.")]
    [InlineData("Really?! |Yes. |What now?!")]
    [InlineData("It watches … everyone. |So it goes... |Nobody cares.")]
    [InlineData("The … Example database grew.")]
    [InlineData("Hong Kong (CNN) — The city bought drones. |It has 40.")]
    [InlineData("(CNN) On Monday, it halted the plan.")]
    [InlineData("Yahoo! said it had read Example.com and www.example.org/a.b?c=d. |Then it left.")]
    [InlineData("See https://example.com/a.html?x=1. |It explains more.")]
    [InlineData("First half; second half; third half.")]
    [InlineData("摄像头很多。|没有人问！|为什么？|结束")]
    [InlineData("It has a Ph.D. programme. |St. Louis and Mt. Example have none.")]
    [InlineData("Martin Luther King Jr. spoke. |He won.")]
    [InlineData("Roe v. Wade and Smith et al. found it.")]
    [InlineData("The stop was lost.|The next began. |“Gone.”|She left.")]
    [InlineData("It is proven.[12] |Others agree.")]
    [InlineData("Facts: • One camera. |• Two drones.")]
    [InlineData("1. Buy it. |2. Install it.")]
    [InlineData("The firm (it has 40 staff.) closed. |(It was old.) |It is gone.")]
    [InlineData("‘It is fine.’ |iPhones differ.")]
    [InlineData("It ended. ” |Then more.")]
    [InlineData("A heading⏎|The text begins here. |It goes on.")]
    [InlineData("A heading⏎⏎|The text begins here.")]
    [InlineData("• one thing⏎|• another thing⏎|- a third")]
    [InlineData("The camera that was put up by⏎the city⏎|Works.")]
    [InlineData("   Only one   ")]
    public void Text_is_cut_where_a_reader_would_cut_it(string marked)
    {
        string text = marked.Replace('⏎', '\n').Replace("|", "");

        Sentences(text).ShouldBe(marked.Replace('⏎', '\n').Split('|').Select(s => s.Trim()));
    }

    [Fact]
    public void Text_wrapped_at_a_fixed_width_is_put_together_again()
    {
        const string Wrapped = "The city council voted on Tuesday to buy forty\ncameras that can recognise faces in a crowd, Dr.\nExample said. The vote was close.\n\nNext item.";

        Sentences(Wrapped).ShouldBe(
        [
            "The city council voted on Tuesday to buy forty\ncameras that can recognise faces in a crowd, Dr.\nExample said.",
            "The vote was close.",
            "Next item.",
        ]);
    }

    [Fact]
    public void Nothing_comes_of_nothing()
    {
        Sentences("").ShouldBeEmpty();
        Sentences(" \n\t\r\n ").ShouldBeEmpty();
    }

    [Fact]
    public void A_range_is_split_as_if_it_stood_alone_with_offsets_of_the_whole()
    {
        const string Text = "One. Two is here. Three.";

        SentenceSplitter.Split(Text, new TextSpan(5, 20)).Select(s => s.In(Text)).ShouldBe(["Two is here.", "Th"]);
    }

    [Fact]
    public void Text_without_any_stop_is_cut_at_white_space()
    {
        string list = string.Join(' ', Enumerable.Repeat("camera", 1000));

        var sentences = Sentences(list);

        sentences.ShouldAllBe(s => s.Length <= SentenceSplitter.MaxSentenceLength && s.StartsWith("camera") && s.EndsWith("camera"));
        string.Join(' ', sentences).ShouldBe(list);
    }

    [Fact]
    public void A_surrogate_pair_is_never_cut() =>
        Sentences(string.Concat(Enumerable.Repeat("x" + string.Concat(Enumerable.Repeat("🎥", 700)), 3)))
            .ShouldAllBe(s => !char.IsLowSurrogate(s.First()) && !char.IsHighSurrogate(s.Last()));

    [Fact]
    public void Spans_are_in_order_trimmed_and_cover_all_that_is_not_white_space() =>
        AnyText.Sample(text =>
        {
            int position = 0;
            foreach (var span in SentenceSplitter.Split(text))
            {
                if (span.Start < position || span.Length <= 0 || span.Length > SentenceSplitter.MaxSentenceLength)
                    return false;
                if (char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]) || !string.IsNullOrWhiteSpace(text[position..span.Start]))
                    return false;
                position = span.End;
            }
            return string.IsNullOrWhiteSpace(text[position..]);
        });

    [Fact]
    public void A_paragraph_is_split_the_same_whatever_stands_around_it() =>
        Gen.Select(AnyText, AnyText).Sample((before, after) =>
        {
            string text = before + "\n\n" + after;
            int offset = before.Length + 2;
            var expected = SentenceSplitter.Split(before).Concat(SentenceSplitter.Split(after).Select(s => new TextSpan(s.Start + offset, s.End + offset)));
            return SentenceSplitter.Split(text).SequenceEqual(expected);
        });

    [Theory]
    [InlineData(".")]
    [InlineData(". ")]
    [InlineData("a")]
    [InlineData("\n")]
    [InlineData("\r\n ")]
    [InlineData("“? ")]
    [InlineData(".\"")]
    [InlineData("A. ")]
    [InlineData("?\" Aa Bb Cc Dd ")]
    [InlineData(".[1")]
    [InlineData("x.                                        ")]
    [InlineData("( . ( ")]
    public void A_megabyte_of_hostile_text_takes_linear_time(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        long started = Stopwatch.GetTimestamp();

        SentenceSplitter.Split(text);

        // Takes well under a second; anything quadratic takes minutes. The rest is for a busy machine.
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    // Pieces that meet every rule, in any order.
    private static readonly string[] s_pieces =
    [
        "The", "He", "said", "U.S.", "Inc.", "Mr.", "J.", "No.", "5", "p.m.", "camera", "Yahoo!", "e.g.", ".", "!", "?", "…", "...", "。", "”", "“", "\"", "'", "(", ")",
        "[1]", "—", "-", "•", " ", " ", " ", "\u00A0", "\n", "\n\n", "\r\n", "\t", "🎥", "example.com", ",", ";", ":", "ZDNet", "iPhone", "\uFEFF", "é", new('x', 1300), string.Concat(Enumerable.Repeat("camera ", 200)),
    ];

    private static readonly Gen<string> AnyText = Gen.Int[0, s_pieces.Length - 1].Array[0, 60].Select(picks => string.Concat(picks.Select(pick => s_pieces[pick])));

    private static List<string> Sentences(string text) => [.. SentenceSplitter.Split(text).Select(s => s.In(text))];
}
