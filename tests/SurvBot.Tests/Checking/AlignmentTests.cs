using CsCheck;
using SurvBot.Answers.Checking;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Checking;

public sealed class AlignmentTests
{
    private static readonly Gen<string[]> Words = Any.Of("lumora", "sold", "cameras", "harwick", "the", "of", "banned", "faces", "council", "and", "orvex", "drones", "plates", "tessaly").Array[4, 14];

    [Fact]
    public void Words_that_are_left_out_leave_the_others_in_their_order() =>
        Gen.Select(Words, Gen.Int[0, int.MaxValue]).Sample((words, mask) =>
        {
            string[] kept = [.. words.Where((_, i) => i < 2 || (mask >> i & 1) == 0)];
            var alignment = Of(string.Join(' ', words) + ".", string.Join(' ', kept) + ".");
            var places = alignment.Words.Where(word => word.Sentence is not null).Select(word => word.At).ToList();
            places.ShouldBe(places.Order().Distinct(), $"{string.Join(' ', words)} | {string.Join(' ', kept)}");
            alignment.Words.Where(word => word.Word.Term.Length > 0).ShouldAllBe(word => word.Sentence != null);
        }, iter: 2_000, threads: 1);

    [Fact]
    public void A_word_is_laid_upon_its_like_only() =>
        Gen.Select(Words, Words).Sample((words, drafted) =>
        {
            var alignment = Of(string.Join(' ', words) + ".", string.Join(' ', drafted) + ".");
            alignment.Words.Where(word => word.Sentence is not null).ShouldAllBe(word => word.Sentence!.Parts.Words[word.At].Plain == word.Word.Plain);
        }, iter: 2_000, threads: 1);

    [Fact]
    public void What_stands_in_the_place_of_a_word_is_between_its_neighbours()
    {
        var alignment = Of("Lumora sold forty cameras to Harwick.", "Lumora leased forty cameras to Harwick.");
        alignment.InPlaceOf(1).Select(word => word.Word.Plain).ShouldBe(["sold"]);
    }

    private static Alignment Of(string passage, string draft) =>
        Alignment.Of(Backing.Find(SentenceParts.Of(draft, null), [SomeDraft.Passage(1, passage)], WordMeanings.None));
}
