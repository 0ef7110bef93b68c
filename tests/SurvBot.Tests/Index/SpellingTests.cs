using CsCheck;
using SurvBot.Corpus.Index;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Index;

public sealed class SpellingTests
{
    private static readonly Dictionary<string, int> Frequencies = new()
    {
        ["sensetim"] = 9,
        ["camera"] = 30,
        ["clearview"] = 5,
        ["polic"] = 40,
        ["polit"] = 20,
        ["drone"] = 7,
        ["2018"] = 50,
        ["surveil"] = 20,
        ["face"] = 90,
    };

    [Theory]
    [InlineData("senestim", "sensetim")] // two neighbours swapped
    [InlineData("sensetm", "sensetim")]
    [InlineData("camerra", "camera")]
    [InlineData("cleerveiw", "clearview")]
    [InlineData("surviel", "surveil")]
    [InlineData("polix", "polic")]       // as near as "polit", and more frequent
    public void A_slip_is_corrected(string typed, string meant) => Closest(typed).ShouldBe(meant);

    [Theory]
    [InlineData("fce")]        // too short to be sure
    [InlineData("dxnne")]      // two slips in five letters
    [InlineData("xamera")]     // people get the first letter right
    [InlineData("2013")]       // a figure means itself
    [InlineData("sxnsxtxm")]
    [InlineData("banana")]
    public void What_is_no_slip_stays(string typed) => Closest(typed).ShouldBeNull();

    [Fact]
    public void The_nearer_term_goes_before_the_more_frequent() => Spelling.Closest("scannner", ["scanner", "scannxex"], term => term == "scanner" ? 1 : 1000).ShouldBe("scanner");

    [Fact]
    public void Slips_are_counted_as_by_the_definition() =>
        Gen.Select(Word, Word).Sample((a, b) => Spelling.Slips(a, b, 100) == Naive(a, a.Length, b, b.Length)
            && (Spelling.Slips(a, b, 2) > 2) == (Naive(a, a.Length, b, b.Length) > 2), iter: 2000);

    private static readonly Gen<string> Word = Any.Of('a', 'b', 'c').Array[1, 6].Select(letters => new string(letters));

    private static int Naive(string a, int i, string b, int j)
    {
        if (i == 0 || j == 0)
            return i + j;
        int least = Math.Min(Math.Min(Naive(a, i - 1, b, j), Naive(a, i, b, j - 1)) + 1, Naive(a, i - 1, b, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1));
        return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(least, Naive(a, i - 2, b, j - 2) + 1) : least;
    }

    private static string? Closest(string typed) => Spelling.Closest(typed, Frequencies.Keys, term => Frequencies[term]);
}
