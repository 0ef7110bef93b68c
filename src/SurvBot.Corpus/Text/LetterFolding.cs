using System.Collections.Frozen;

namespace SurvBot.Corpus.Text;

/// <summary>The plain letters that a reader types for accented, joined or wide ones.</summary>
/// <remarks>A table of our own: under InvariantGlobalization <see cref="string.Normalize()"/> changes nothing.</remarks>
internal static class LetterFolding
{
    // Unicode's compatibility decompositions of lower-case Latin and Greek letters without their marks, and the barred letters, which have none.
    private static readonly FrozenDictionary<char, string> Plain = (
        "a:ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ b:ḃḅḇ c:çćĉċčḉ d:ďḋḍḏḑḓđ e:èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ f:ḟ g:ĝğġģǧǵḡ h:ĥȟḣḥḧḩḫẖħ i:ìíîïĩīĭįİǐȉȋḭḯỉịı j:ĵǰ k:ķǩḱḳḵ " +
        "l:ĺļľŀḷḹḻḽł m:ḿṁṃ n:ñńņňǹṅṇṉṋŉ o:ºòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿ p:ṕṗ r:ŕŗřȑȓṙṛṝṟ s:śŝşšſșṡṣṥṧṩẛ t:ţťțṫṭṯṱẗ u:ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự v:ṽṿ " +
        "w:ŵẁẃẅẇẉẘ x:ẋẍ y:ýÿŷȳẏẙỳỵỷỹ z:źżžẑẓẕ ae:æǣ oe:œ ss:ß th:þ dz:ǆǳ ij:ĳ lj:ǉ nj:ǌ ff:ﬀ ffi:ﬃ ffl:ﬄ fi:ﬁ fl:ﬂ st:ﬅﬆ α:ά ε:έ η:ή ι:ΐίϊ ο:ό υ:ΰϋύ ω:ώ μ:µ σ:ς"
        ).Split(' ').Select(entry => entry.Split(':')).SelectMany(entry => entry[1].Select(letter => (letter, entry[0]))).ToFrozenDictionary(pair => pair.letter, pair => pair.Item2);

    private const char WideExclamationMark = '\uFF01', WideTilde = '\uFF5E';
    private const int WideToAscii = 0xFEE0;

    /// <summary>Folds a lower-case letter: its plain letters, or false where it is plain.</summary>
    public static bool TryFold(char lower, out string plain) => Plain.TryGetValue(lower, out plain!);

    /// <summary>The letter in lower case, of ordinary width.</summary>
    public static char ToLower(char letter) => char.ToLowerInvariant(letter is >= WideExclamationMark and <= WideTilde ? (char)(letter - WideToAscii) : letter);
}
