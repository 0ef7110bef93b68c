using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace SurvBot.Corpus.Ingestion.Pdf;

/// <summary>Reads one article, report or ruling from a PDF.</summary>
internal static partial class PdfArticleReader
{
    /// <summary>Largest file that is read.</summary>
    public const int MaxFileBytes = ArticleExtractor.MaxPageBytes;

    private const int MaxPages = 300, MaxObjects = 200_000, MaxDepth = 64;

    /// <summary>Whether the bytes begin as a PDF does; some servers put a few before.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> start) => start[..Math.Min(start.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>The text of its first pages with what the document says about itself, or the reason why there is none.</summary>
    public static ReadOutcome Read(byte[] file, string origin, Uri address)
    {
        if (file.Length > MaxFileBytes)
            return new ReadFailure(origin, $"the PDF is larger than {MaxFileBytes / (1024 * 1024)} MB");
        if (file.AsSpan().Count(" obj"u8) > MaxObjects)
            return new ReadFailure(origin, $"the PDF has more than {MaxObjects:N0} objects");
        try
        {
            using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = MaxDepth, FilterProvider = new LimitedFilters() });
            return Read(document, origin, address);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new ReadFailure(origin, "the PDF is locked with a password");
        }
        catch (PdfTooLargeException)
        {
            return new ReadFailure(origin, "the PDF is far larger than its file: it is not unpacked");
        }
        // The library meets damage with whatever its parser runs into.
        catch (Exception damage) when (damage is not (OutOfMemoryException or OperationCanceledException))
        {
            return new ReadFailure(origin, "the PDF is damaged and cannot be read");
        }
    }

    private static ReadOutcome Read(PdfDocument document, string origin, Uri address)
    {
        var pages = PdfPages.Read(document, MaxPages);
        if (pages.Body.Length == 0)
            return new ReadFailure(origin, "the PDF has no text: it may be a scan");
        var about = document.Information;
        var outcome = new RawArticle
        {
            Url = address.AbsoluteUri,
            Title = Said(about.Title) is { } title && !FileName().IsMatch(title) ? title : pages.Heading,
            Author = Said(about.Author),
            Body = pages.Body,
        }.ToOutcome(origin);
        return outcome is ArticleRead read ? new ArticleRead(Dated(read.Draft, about)) : outcome;
    }

    private static ArticleDraft Dated(ArticleDraft draft, DocumentInformation about)
    {
        var (created, modified) = (about.GetCreatedDateTimeOffset(), about.GetModifiedDateTimeOffset());
        return draft with
        {
            PublishedAt = created is { Year: >= 1990 } day ? PartialDate.OfInstant(day) : null,
            UpdatedAt = modified is { Year: >= 1990 } change && change > created ? PartialDate.OfInstant(change) : null,
        };
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : Words.Fold(text);

    // What programs write where nobody gave a title.
    [GeneratedRegex(@"^(microsoft (word|powerpoint) - .*|untitled.*|.*\.(docx?|pdf|indd|qxd|tex|rtf|pptx?|odt))$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
