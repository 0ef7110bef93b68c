using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace SurvBot.Corpus.Ingestion.Pdf;

/// <summary>Unpacks a PDF's streams as long as they come to no more than a page of text would.</summary>
internal sealed class LimitedFilters : IFilterProvider
{
    private const int MostOfStream = 16 * 1024 * 1024, MostInAll = 128 * 1024 * 1024;

    // The other compressions grow a stream up to a thousandfold, and no text of this size is written in them.
    private const int MostPacked = 1024 * 1024;

    private readonly IFilterProvider inner = DefaultFilterProvider.Instance;
    private long unpacked;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Limited(inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Limited(inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Limited(inner.GetAllFilters());

    private IFilter[] Limited(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Limit(filter, this))];

    private void Count(long bytes)
    {
        unpacked += bytes;
        if (bytes > MostOfStream || unpacked > MostInAll)
            throw new PdfTooLargeException();
    }

    private sealed class Limit(IFilter filter, LimitedFilters all) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter)
                all.Count(Inflated(input));
            else if (input.Length > MostPacked)
                throw new PdfTooLargeException();
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }

    /// <summary>How long it becomes, found without keeping it.</summary>
    private static long Inflated(Memory<byte> input)
    {
        long length = 0;
        byte[] piece = new byte[32 * 1024];
        try
        {
            using var inflated = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
            for (int count; length <= MostOfStream && (count = inflated.Read(piece)) > 0;)
                length += count;
        }
        catch (InvalidDataException)
        {
            // The library reads what stands before the damage.
        }
        return length;
    }
}

/// <summary>A PDF unpacks to more than is read.</summary>
internal sealed class PdfTooLargeException : Exception;
