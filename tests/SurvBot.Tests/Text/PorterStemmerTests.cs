using CsCheck;
using Microsoft.Data.Sqlite;
using SurvBot.Corpus.Text;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Text;

public sealed class PorterStemmerTests
{
    // The examples of Porter's paper, carried through all of its steps.
    [Theory]
    [InlineData("caresses caress, ponies poni, ties ti, caress caress, cats cat")]
    [InlineData("feed feed, agreed agre, plastered plaster, bled bled, motoring motor, sing sing")]
    [InlineData("conflated conflat, troubled troubl, sized size, hopping hop, tanned tan, falling fall, hissing hiss, fizzed fizz, failing fail, filing file")]
    [InlineData("happy happi, sky sky")]
    [InlineData("relational relat, conditional condit, rational ration, valenci valenc, hesitanci hesit, digitizer digit, conformabli conform, radicalli radic")]
    [InlineData("differentli differ, vileli vile, analogousli analog, vietnamization vietnam, predication predic, operator oper, feudalism feudal")]
    [InlineData("decisiveness decis, hopefulness hope, callousness callous, formaliti formal, sensitiviti sensit, sensibiliti sensibl")]
    [InlineData("triplicate triplic, formative form, formalize formal, electriciti electr, electrical electr, hopeful hope, goodness good")]
    [InlineData("revival reviv, allowance allow, inference infer, airliner airlin, gyroscopic gyroscop, adjustable adjust, defensible defens, irritant irrit")]
    [InlineData("replacement replac, adjustment adjust, dependent depend, adoption adopt, homologou homolog, communism commun, activate activ, angulariti angular")]
    [InlineData("homologous homolog, effective effect, bowdlerize bowdler, probate probat, rate rate, cease ceas, controll control, roll roll")]
    [InlineData("generalizations gener, oscillators oscil, as as, is is, by by, a a")]
    public void A_word_is_reduced_as_the_paper_says(string pairs)
    {
        foreach (string[] pair in pairs.Split(", ").Select(pair => pair.Split(' ')))
            Stem(pair[0]).ShouldBe(pair[1], pair[0]);
    }

    [Theory]
    [InlineData("ban banned banning bans")]
    [InlineData("identify identified identifies identifying")]
    [InlineData("camera cameras")]
    [InlineData("recognise recognised recognises recognising")]
    public void Forms_of_one_word_are_one_term(string forms) => forms.Split(' ').Select(Stem).Distinct().Count().ShouldBe(1);

    // FTS5 has Porter's later "bli" and "logi" instead of the paper's "abli".
    [Fact]
    public void It_agrees_with_the_stemmer_of_FTS5() => AnyWord.Where(word => !word.Contains("bl") && !word.Contains("log")).Array[50].Sample(words =>
    {
        var expected = StemsByFts5(words);
        foreach (string word in words)
            Stem(word).ShouldBe(expected[word], word);
    }, iter: 40);

    private static readonly string[] s_pieces = [.. "a e i o u y b c d f g l m n r s t v w x z ss tt ll zz at iz ".Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    private static readonly string[] s_endings =
        ["", "s", "es", "ies", "sses", "ed", "eed", "ing", "y", .. "ational tional enci anci izer alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti icate ative alize iciti ical ful ness al ance ence er ic ant ement ment ent ion sion tion ou ism ate iti ous ive ize e le".Split(' ')];

    private static readonly Gen<string> AnyWord =
        Gen.Select(Any.Of(s_pieces).Array[1, 7], Any.Of(s_endings), Any.Of(s_endings), (pieces, ending, last) => string.Concat(pieces) + ending + last);

    private static string Stem(string word)
    {
        char[] letters = word.ToCharArray();
        return new string(letters, 0, PorterStemmer.Stem(letters));
    }

    private static Dictionary<string, string> StemsByFts5(IEnumerable<string> words)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE VIRTUAL TABLE texts USING fts5(word, tokenize = 'porter ascii'); CREATE VIRTUAL TABLE stems USING fts5vocab(texts, instance)";
        command.ExecuteNonQuery();
        var all = words.Distinct().ToList();
        for (int i = 0; i < all.Count; i++)
        {
            command.CommandText = $"INSERT INTO texts (rowid, word) VALUES ({i + 1}, '{all[i]}')";
            command.ExecuteNonQuery();
        }
        command.CommandText = "SELECT doc, term FROM stems";
        using var reader = command.ExecuteReader();
        var stems = new Dictionary<string, string>();
        while (reader.Read())
            stems[all[reader.GetInt32(0) - 1]] = reader.GetString(1);
        return stems;
    }
}
