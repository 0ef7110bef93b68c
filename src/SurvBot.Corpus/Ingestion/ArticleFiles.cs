using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using SurvBot.Corpus.Ingestion.Pdf;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Reads articles from files and folders: JSON Lines (also compressed), web pages, Markdown and plain text.</summary>
public static class ArticleFiles
{
    private const int SniffedBytes = 8 * 1024;

    /// <summary>
    /// One outcome for each article and for each thing that is none, in a stable order; bad input never ends the run. Folders are walked
    /// to their depth, without hidden entries, links to folders and other kinds of file.
    /// </summary>
    public static async IAsyncEnumerable<ReadOutcome> ReadAsync(IEnumerable<string> paths, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (files, failures) = ArticleFileFinder.Find(paths, cancellationToken);
        long total = files.Sum(LengthOf);
        foreach (var failure in failures)
            yield return failure with { BytesTotal = total };

        long done = 0;
        foreach (var file in files)
        {
            long length = LengthOf(file);
            await foreach (var (outcome, position) in ReadFileAsync(file, cancellationToken))
                yield return outcome with { BytesRead = done + Math.Min(position, length), BytesTotal = total };
            done += length;
        }
    }

    // An exception in the middle of a file is that file's last outcome.
    private static async IAsyncEnumerable<(ReadOutcome Outcome, long Position)> ReadFileAsync(FileInfo file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string origin = file.ToString();
        if (LengthOf(file) == 0) // also pipes and devices, which could keep us waiting for ever
        {
            yield return (new ReadFailure(origin, "the file is empty"), 0);
            yield break;
        }

        Stream? stream = null;
        try
        {
            stream = TryOpen(file, origin, out var refusal);
            if (stream is null)
            {
                yield return (refusal!, LengthOf(file));
                yield break;
            }
            await using var outcomes = ReadContentAsync(stream, file, origin, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                var (outcome, last) = await NextAsync(outcomes, origin);
                if (outcome is not null)
                    yield return (outcome, stream.Position);
                if (last)
                    yield break;
            }
        }
        finally
        {
            if (stream is not null)
                await stream.DisposeAsync();
        }
    }

    private static async ValueTask<(ReadOutcome? Outcome, bool Last)> NextAsync(IAsyncEnumerator<ReadOutcome> outcomes, string origin)
    {
        try
        {
            return await outcomes.MoveNextAsync() ? (outcomes.Current, false) : (null, true);
        }
        catch (InvalidDataException)
        {
            return (new ReadFailure(origin, "the compressed data are damaged or cut off: what stands before is kept, the rest is lost"), true);
        }
        catch (DecoderFallbackException)
        {
            return (new ReadFailure(origin, "the file is not valid UTF-16: what stands before is kept, the rest is skipped"), true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (new ReadFailure(origin, $"the file cannot be read: {ArticleFileKinds.Explain(e)}"), true);
        }
    }

    private static IAsyncEnumerable<ReadOutcome> ReadContentAsync(Stream stream, FileInfo file, string origin, CancellationToken cancellationToken) => ArticleFileKinds.Of(file.Name) switch
    {
        ArticleFileKind.CompressedJsonLines => ReadLinesAsync(new GZipStream(stream, CompressionMode.Decompress), origin, cancellationToken),
        ArticleFileKind.Html => ReadWholeAsync(stream, file, origin, (bytes, address) => ArticleExtractor.Extract(bytes, origin, address), cancellationToken),
        ArticleFileKind.Markdown => ReadWholeAsync(stream, file, origin, (bytes, address) => TextArticleReader.ReadMarkdown(bytes, origin, address), cancellationToken),
        ArticleFileKind.PlainText => ReadWholeAsync(stream, file, origin, (bytes, address) => TextArticleReader.ReadPlain(bytes, origin, address), cancellationToken),
        ArticleFileKind.Pdf => ReadWholeAsync(stream, file, origin, (bytes, address) => PdfArticleReader.Read(bytes, origin, address), cancellationToken),
        _ => ReadLinesAsync(stream, origin, cancellationToken),
    };

    private static async IAsyncEnumerable<ReadOutcome> ReadWholeAsync(
        Stream stream, FileInfo file, string origin, Func<byte[], Uri, ReadOutcome> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (stream.Length > ArticleExtractor.MaxPageBytes)
        {
            yield return new ReadFailure(origin, $"the file is larger than {ArticleExtractor.MaxPageBytes / (1024 * 1024)} MB");
            yield break;
        }
        byte[] bytes = new byte[stream.Length];
        int length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        yield return read(length == bytes.Length ? bytes : bytes[..length], new Uri(file.FullName));
    }

    private static async IAsyncEnumerable<ReadOutcome> ReadLinesAsync(Stream stream, string origin, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] head = new byte[SniffedBytes];
        int sniffed = await stream.ReadAsync(head, cancellationToken); // just once: damage after the first bytes must not cost them
        var whole = new PrefixedStream(head.AsMemory(0, sniffed), stream);
        if (PageDecoder.IsBinary(head.AsSpan(0, sniffed)))
        {
            yield return new ReadFailure(origin, "the file is binary, not JSON lines");
            yield break;
        }
        await foreach (var outcome in JsonLinesReader.ReadAsync(AsUtf8(whole, PageDecoder.ByteOrderMark(head.AsSpan(0, sniffed))), origin, cancellationToken))
            yield return outcome;
    }

    private static Stream AsUtf8(Stream stream, Encoding? marked) => marked switch
    {
        UnicodeEncoding utf16 => Encoding.CreateTranscodingStream(stream, new UnicodeEncoding(utf16.Equals(Encoding.BigEndianUnicode), byteOrderMark: true, throwOnInvalidBytes: true), Encoding.UTF8),
        UTF32Encoding => Encoding.CreateTranscodingStream(stream, Encoding.UTF32, Encoding.UTF8),
        _ => stream,
    };

    private static FileStream? TryOpen(FileInfo file, string origin, out ReadFailure? refusal)
    {
        refusal = null;
        try
        {
            return new FileStream(file.FullName, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous, Share = FileShare.ReadWrite });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            refusal = new ReadFailure(origin, $"the file cannot be read: {ArticleFileKinds.Explain(e)}");
            return null;
        }
    }

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.LinkTarget is null ? file.Length : ((FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!).Length;
        }
        catch (IOException)
        {
            return 1; // opening it will say why
        }
    }
}
