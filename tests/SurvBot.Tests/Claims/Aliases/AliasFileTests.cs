using System.Text;
using SurvBot.Answers.Claims.Aliases;

namespace SurvBot.Tests.Claims.Aliases;

public sealed class AliasFileTests : IDisposable
{
    private static readonly AliasGroup Office = new(["Fair Market Office", "FMO"], IsGathered: true);

    private readonly string folder = Directory.CreateTempSubdirectory("survbot-aliases-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private AliasFile File => new(Path.Combine(folder, AliasFile.Name));

    [Fact]
    public void A_file_that_is_not_there_says_nothing() => File.Read().ShouldBeSameAs(AliasText.Empty);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF# mine\r\nLumora\tQuillcam\r\n")]
    [InlineData("Lumora\tQuillcam")]
    [InlineData("Lumora Quillcam \0 a bad line\n\n\n")]
    public void What_a_person_wrote_stays_byte_for_byte(string written)
    {
        // A line in Latin-1 is no UTF-8: it is told, and stays, too.
        byte[] bytes = [.. Encoding.UTF8.GetBytes(written), .. Encoding.Latin1.GetBytes("Münch\tAmt\n")];
        System.IO.File.WriteAllBytes(File.FilePath, bytes);

        File.WriteGathered([Office, new AliasGroup(["Norvik Road Agency", "NRA"], IsGathered: true)]);
        File.WriteGathered([Office]);

        System.IO.File.ReadAllBytes(File.FilePath).ShouldBe([.. bytes, .. Encoding.UTF8.GetBytes($"{AliasText.Marker}\nFair Market Office\tFMO\n")]);
    }

    [Fact]
    public void A_last_line_without_an_end_gets_one()
    {
        System.IO.File.WriteAllText(File.FilePath, "Lumora\tQuillcam");
        File.WriteGathered([Office]);

        System.IO.File.ReadAllText(File.FilePath).ShouldBe($"Lumora\tQuillcam\n{AliasText.Marker}\nFair Market Office\tFMO\n");
        File.Read().Groups.Select(group => group.IsGathered).ShouldBe([false, true]);
    }

    [Fact]
    public void A_comment_that_only_mentions_the_marker_is_a_persons()
    {
        string written = $"# not this: {AliasText.Marker}\n{AliasText.Marker} Really?\nLumora\tQuillcam\n";
        System.IO.File.WriteAllText(File.FilePath, written);
        File.WriteGathered([]);

        System.IO.File.ReadAllText(File.FilePath).ShouldBe($"{written}{AliasText.Marker}\n");
    }
}
