using CsCheck;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Tests.Ingestion;

public sealed class PassageSplitterTests
{
    private const string Sentence = "The council of the small town bought forty cameras that can recognise faces in a crowd. ";

    [Fact]
    public void Short_paragraphs_share_a_passage()
    {
        string body = string.Join("\n\n", Enumerable.Repeat(Sentence.Trim(), 5));

        Passages(body).ShouldBe([body]);
    }

    [Fact]
    public void Paragraphs_stay_whole_where_they_fit()
    {
        string paragraph = Repeat(8);

        Passages($"{paragraph}\n\n{paragraph}\n\n{paragraph}").ShouldBe([paragraph, paragraph, paragraph]);
    }

    [Fact]
    public void A_long_paragraph_is_cut_between_sentences()
    {
        var passages = Passages(Repeat(40));

        passages.Count.ShouldBeGreaterThan(3);
        passages.ShouldAllBe(p => p.StartsWith("The council") && p.EndsWith("crowd."));
    }

    [Fact]
    public void An_overlong_sentence_is_a_passage_of_its_own()
    {
        string overlong = "It saw " + string.Join(", ", Enumerable.Repeat("faces", 120)) + ".";

        Passages($"{Sentence}\n\n{overlong}\n\n{Repeat(3)}").ShouldBe([Sentence.Trim(), overlong, Repeat(3)]);
    }

    [Fact]
    public void A_short_rest_joins_the_passage_before_it()
    {
        string body = $"{Repeat(12)}\n\nNobody had been asked about it.";

        Passages(body).Count.ShouldBe(1);
    }

    [Fact]
    public void Boilerplate_around_the_article_is_in_no_passage() =>
        Passages($"Share this story\n\nSign up here.\n\n{Repeat(2)}\n\nRelated: Drones.\n\n{Repeat(1)}\n\nAdvertisement")
            .ShouldBe([$"{Repeat(2)}\n\nRelated: Drones.\n\n{Repeat(1)}"]);

    [Fact]
    public void An_article_of_nothing_else_keeps_its_text() => Passages(" Group A\n\nMexico ").ShouldBe(["Group A\n\nMexico"]);

    [Fact]
    public void An_empty_body_has_no_passages() => Passages(" \n ").ShouldBeEmpty();

    [Fact]
    public void Passages_are_in_order_trimmed_and_within_bounds() =>
        AnyBody.Sample(body =>
        {
            int position = 0;
            foreach (var span in PassageSplitter.Split(body))
            {
                var text = body.AsSpan(span.Start, span.Length);
                if (span.Start < position || span.Length <= 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])
                    || PassageSplitter.ApproximateTokens(text) > PassageSplitter.MaxTokens)
                    return false;
                position = span.End;
            }
            return true;
        }, iter: 300);

    private static readonly string[] s_pieces = [Sentence, "Advertisement", "\n\n", "\n\n", "\n", " ", "!?", string.Concat(Enumerable.Repeat("🎥.", 500)), new string('x', 5000), string.Concat(Enumerable.Repeat("a,", 900)), "头".PadRight(700, '头')];

    private static readonly Gen<string> AnyBody = Gen.Int[0, s_pieces.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(pick => s_pieces[pick])));

    private static string Repeat(int sentences) => string.Concat(Enumerable.Repeat(Sentence, sentences)).Trim();

    private static List<string> Passages(string body) => [.. PassageSplitter.Split(body).Select(span => span.In(body))];
}
