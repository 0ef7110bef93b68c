using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace SurvBot.Corpus.Ingestion.Pdf;

/// <summary>A PDF's text as a person reads it: blocks in reading order, whole paragraphs, without running heads.</summary>
/// <param name="Body">Paragraphs separated by blank lines; empty where there are none.</param>
/// <param name="Heading">What stands largest on the first page.</param>
internal sealed record PdfPages(string Body, string? Heading)
{
    private const int MaxLettersOfPage = 60_000, MaxHeadingChars = 300;

    // The part of a page's height where heads and feet stand.
    private const double Margin = 0.12;

    public static PdfPages Read(PdfDocument document, int maxPages)
    {
        var pages = new List<List<TextBlock>>();
        var margins = new List<List<TextBlock>>();
        int chars = 0;
        for (int number = 1; number <= Math.Min(document.NumberOfPages, maxPages) && chars < RawArticle.MaxBodyChars; number++)
        {
            var page = document.GetPage(number);
            var blocks = Blocks(page);
            pages.Add(blocks);
            margins.Add(blocks.FindAll(block => block.BoundingBox.Bottom > page.Height * (1 - Margin) || block.BoundingBox.Top < page.Height * Margin));
            chars += blocks.Sum(block => block.Text.Length);
        }
        var running = Running(margins);
        var heading = pages.FirstOrDefault()?.Where(block => block.Text.Length is > 5 and < MaxHeadingChars && !running.Contains(Key(block))).MaxBy(Size);
        var body = new StringBuilder();
        foreach (string paragraph in pages.SelectMany(page => page).Where(block => block != heading && !running.Contains(Key(block))).Select(Text).Where(text => text.Length > 0))
            Append(body, paragraph);
        return new PdfPages(body.Length > RawArticle.MaxBodyChars ? body.ToString(0, RawArticle.MaxBodyChars) : body.ToString(), heading is null ? null : Text(heading));
    }

    private static List<TextBlock> Blocks(Page page)
    {
        if (page.Letters.Count is 0 or > MaxLettersOfPage)
            return [];
        var words = NearestNeighbourWordExtractor.Instance.GetWords(page.Letters);
        return [.. UnsupervisedReadingOrderDetector.Instance.Get(DocstrumBoundingBoxes.Instance.GetBlocks(words))];
    }

    /// <summary>What stands in the margins of half of the pages, alike but for a number: heads and feet.</summary>
    private static HashSet<string> Running(List<List<TextBlock>> pages) =>
        pages.Count < 3 ? [] : [.. pages.SelectMany(page => page.Select(Key).Distinct()).GroupBy(key => key).Where(group => group.Count() >= 3 && group.Count() * 2 >= pages.Count).Select(group => group.Key)];

    private static string Key(TextBlock block) => new([.. block.Text.Where(c => !char.IsDigit(c) && !char.IsWhiteSpace(c))]);

    private static double Size(TextBlock block) => block.TextLines[0].Words[0].Letters[0].PointSize;

    /// <summary>The lines as one, and words that were broken at their ends whole again.</summary>
    private static string Text(TextBlock block)
    {
        var text = new StringBuilder();
        foreach (string line in block.TextLines.Select(line => Words.Fold(line.Text)).Where(line => line.Length > 0))
        {
            if (text.Length > 1 && text[^1] == '-' && char.IsLetter(text[^2]) && char.IsLower(line[0]))
                text.Length--;
            else if (text.Length > 0)
                text.Append(' ');
            text.Append(line);
        }
        return text.ToString();
    }

    // A paragraph that the end of a column or a page has cut goes on.
    private static void Append(StringBuilder body, string paragraph)
    {
        bool goesOn = body.Length > 0 && (char.IsLetter(body[^1]) || body[^1] is ',' or '-') && char.IsLower(paragraph[0]);
        if (body.Length > 0)
            body.Append(goesOn ? " " : "\n\n");
        body.Append(paragraph);
    }
}
