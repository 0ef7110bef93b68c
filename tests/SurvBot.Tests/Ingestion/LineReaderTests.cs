using SurvBot.Corpus.Ingestion;

namespace SurvBot.Tests.Ingestion;

public sealed class LineReaderTests
{
    private const int MegaByte = 1024 * 1024;

    [Fact]
    public async Task A_line_of_any_length_is_skipped_in_bounded_memory()
    {
        var lines = new LineReader(new EndlessLine(200 * MegaByte), maxLineBytes: MegaByte);
        long before = GC.GetAllocatedBytesForCurrentThread();

        // The stream never waits, so everything happens, and is counted, on this thread.
        (await lines.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();

        lines.TooLong.ShouldBeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8L * MegaByte);
    }

    [Theory]
    [InlineData("a\nb", "a|b")]
    [InlineData("a\r\n\r\nb\n", "a||b")]
    [InlineData("\uFEFFa\n\uFEFFb", "a|\uFEFFb")]
    [InlineData("", "")]
    public async Task Lines_end_at_line_feeds(string text, string expected)
    {
        var lines = new LineReader(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), maxLineBytes: 100);
        var read = new List<string>();
        while (await lines.ReadAsync(TestContext.Current.CancellationToken))
            read.Add(System.Text.Encoding.UTF8.GetString(lines.Line.Span));

        string.Join('|', read).ShouldBe(expected);
    }

    private sealed class EndlessLine(int length) : MemoryStream
    {
        private int _left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = Math.Min(buffer.Length, _left);
            buffer.Span[..count].Fill((byte)'x');
            _left -= count;
            return ValueTask.FromResult(count);
        }
    }
}
