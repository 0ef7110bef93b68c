using System.IO.Compression;
using System.Text;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Ingestion.Pdf;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace SurvBot.Tests.Ingestion;

public sealed class PdfArticleTests
{
    private static readonly Uri Address = new("https://example.org/report.pdf");

    [Fact]
    public void A_report_is_read_in_paragraphs_with_what_it_says_of_itself()
    {
        var read = Read(Report("Audit of Street Cameras", "Tilda Brandt", "D:20240511093000Z", 3)).ShouldBeOfType<ArticleRead>().Draft;
        (read.Title, read.Author, read.Url, read.PublishedAt?.ToString()).ShouldBe(("Audit of Street Cameras", "Tilda Brandt", "https://example.org/report.pdf", "2024-05-11T09:30:00Z"));
        read.Body.ShouldContain("Harwick bought 40 street cameras in March of that year and the council was told of it.");
        read.Body.ShouldContain("\n\nThe second paragraph of page 2 stands alone.");
        read.Body.ShouldNotContain("Page 2 of 3");
    }

    [Fact]
    public void Without_a_title_of_its_own_the_largest_line_is_one() =>
        Read(Report("Microsoft Word - draft7.docx", null, null, 1)).ShouldBeOfType<ArticleRead>().Draft.Title.ShouldBe("Cameras in Harwick");

    [Fact]
    public void What_cannot_be_read_is_told_in_a_line()
    {
        Reason(Encoding.ASCII.GetBytes("%PDF-1.7\nnothing else")).ShouldBe("the PDF is damaged and cannot be read");
        Reason(Report("x", null, null, 0)).ShouldBe("the PDF has no text: it may be a scan");
        Reason(Encoding.ASCII.GetBytes($"%PDF-1.7\n{string.Concat(Enumerable.Repeat("1 0 obj\n", 200_001))}")).ShouldBe("the PDF has more than 200,000 objects");
    }

    [Fact]
    public void A_bomb_is_not_unpacked() => Reason(Bomb()).ShouldBe("the PDF is far larger than its file: it is not unpacked");

    [Fact]
    public void Damage_anywhere_never_throws()
    {
        byte[] whole = Report("Audit", "Tilda Brandt", null, 2);
        var random = new Random(7);
        for (int i = 0; i < 300; i++)
        {
            byte[] broken = [.. whole];
            for (int n = random.Next(1, 30); n > 0; n--)
                broken[random.Next(8, broken.Length)] = (byte)random.Next(256);
            Read(i % 3 == 0 ? broken[..random.Next(20, broken.Length)] : broken).ShouldNotBeNull();
        }
    }

    private static ReadOutcome Read(byte[] file) => PdfArticleReader.Read(file, "report.pdf", Address);

    private static string Reason(byte[] file) => Read(file).ShouldBeOfType<ReadFailure>().Reason;

    private static byte[] Report(string title, string? author, string? created, int pages)
    {
        using var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Title = title;
        builder.DocumentInformation.Author = author;
        if (created is not null)
            builder.DocumentInformation.CreationDate = created;
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (int n = 1; n <= Math.Max(pages, 1); n++)
        {
            var page = builder.AddPage(PageSize.A4);
            if (pages == 0)
                break;
            if (n == 1)
                page.AddText("Cameras in Harwick", 22, new PdfPoint(60, 760), font);
            page.AddText("Harwick bought 40 street cameras in March of that year and the", 11, new PdfPoint(60, 700), font);
            page.AddText("council was told of it. Nobody had asked for them, said the mayor.", 11, new PdfPoint(60, 686), font);
            page.AddText($"The second paragraph of page {n} stands alone.", 11, new PdfPoint(60, 640), font);
            page.AddText($"Page {n} of {pages}", 8, new PdfPoint(60, 30), font);
        }
        return builder.Build();
    }

    // A page whose content is 64 MB of spaces.
    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] spaces = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            for (int i = 0; i < 64; i++)
                zip.Write(spaces);
        }
        using var file = new MemoryStream();
        var offsets = new List<long>();
        void Say(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Begin() => offsets.Add(file.Length);
        Say("%PDF-1.4\n");
        Begin();
        Say("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Begin();
        Say("2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
        Begin();
        Say("3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<>>/Contents 4 0 R>>\nendobj\n");
        Begin();
        Say($"4 0 obj\n<</Filter/FlateDecode/Length {packed.Length}>>\nstream\n");
        packed.WriteTo(file);
        Say("\nendstream\nendobj\n");
        long table = file.Length;
        Say($"xref\n0 5\n0000000000 65535 f \n{string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n"))}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n{table}\n%%EOF");
        return file.ToArray();
    }
}
