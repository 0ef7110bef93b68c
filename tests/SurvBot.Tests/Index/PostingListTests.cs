using CsCheck;
using SurvBot.Corpus.Index;

namespace SurvBot.Tests.Index;

public sealed class PostingListTests
{
    [Fact]
    public void An_empty_list_has_no_slots() => Read(new PostingList()).ShouldBeEmpty();

    [Fact]
    public void What_is_added_is_read_back_at_every_moment() =>
        Gen.Select(Gen.OneOf(Gen.Int[1, 3], Gen.Int[1, 400], Gen.Int[1, 20_000_000]), Gen.OneOf(Gen.Int[1, 3], Gen.Int[1, 300])).Array[0, 60].Sample(steps =>
        {
            var list = new PostingList();
            var expected = new List<(int Slot, int Count)>();
            int slot = -1;
            foreach (var (gap, count) in steps)
            {
                slot += gap;
                for (int i = 0; i < count; i++)
                    list.Add(slot);
                expected.Add((slot, count));
                Read(list).ShouldBe(expected);
            }
        }, iter: 300);

    private static IEnumerable<(int Slot, int Count)> Read(PostingList list)
    {
        var (slots, counts) = (new int[list.Count], new int[list.Count]);
        list.Read(slots, counts);
        return slots.Zip(counts);
    }
}
