namespace SurvBot.Answers.Generation.Models;

/// <summary>Ends a response that is far too long, or has a line that is, before anybody keeps it in memory.</summary>
internal sealed class ResponseLimits(ModelOptions options) : DelegatingHandler
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var limited = new StreamContent(new LimitedStream(await response.Content.ReadAsStreamAsync(cancellationToken), options.MostLineBytes, options.MostResponseBytes));
        foreach (var header in response.Content.Headers)
            limited.Headers.TryAddWithoutValidation(header.Key, header.Value);
        response.Content = limited;
        return response;
    }

    private sealed class LimitedStream(Stream inner, int mostOfLine, int most) : Stream
    {
        private long total, line;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Counted(buffer.AsSpan(offset, inner.Read(buffer, offset, count)));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await inner.ReadAsync(buffer, cancellationToken);
            return Counted(buffer.Span[..read]);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        private int Counted(ReadOnlySpan<byte> read)
        {
            int end = read.LastIndexOf((byte)'\n');
            total += read.Length;
            line = end < 0 ? line + read.Length : read.Length - end - 1;
            return total <= most && line <= mostOfLine ? read.Length : throw new ResponseTooLongException();
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>The model's server sent more than it may.</summary>
internal sealed class ResponseTooLongException() : IOException("The response is longer than it may be.");
