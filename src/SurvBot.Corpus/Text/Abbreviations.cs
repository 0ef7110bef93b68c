namespace SurvBot.Corpus.Text;

/// <summary>How an abbreviation's full stop behaves at a possible sentence end.</summary>
internal enum AbbreviationKind
{
    /// <summary>An ordinary word: its stop ends the sentence.</summary>
    None,

    /// <summary>"Mr.", "e.g.": something always follows.</summary>
    NeverLast,

    /// <summary>"No. 5", "Fig. 2": an abbreviation only before a number, else a word.</summary>
    BeforeNumber,

    /// <summary>"a.m.", "p.m.".</summary>
    ClockTime,

    /// <summary>"George W. Bush".</summary>
    Initial,

    /// <summary>"U.S.", "Inc.", "Jan.": ends a sentence when the next word begins one.</summary>
    MayBeLast,
}

/// <summary>The abbreviations of English-language news.</summary>
internal static class Abbreviations
{
    private static readonly WordSet s_neverLast = new(
        "Mr", "Mrs", "Ms", "Mx", "Dr", "Drs", "Prof", "Sen", "Sens", "Gov", "Govs", "Rep", "Reps", "Lt", "Sgt", "Col", "Gen", "Capt", "Cmdr", "Adm", "Maj",
        "Pvt", "Cpl", "Det", "Insp", "Supt", "Rev", "Hon", "Fr", "Msgr", "Messrs", "Mme", "Mlle", "Pres", "Atty", "Asst", "Ald", "Brig", "Amb", "Sec", "Vol",
        "vs", "v", "viz", "cf", "approx", "ca", "e.g", "i.e", "eg", "ie", "E.g", "I.e", "Mt", "Ft", "incl", "dba", "aka", "a.k.a", "c");

    private static readonly WordSet s_beforeNumber = new(
        "No", "Nos", "no", "nos", "Fig", "Figs", "fig", "Art", "art", "pp", "p", "pg", "Pt", "Ch", "ch", "vol", "sec", "para", "Op", "Ex", "Mar", "Sun", "Sat", "Mon", "est", "op");

    private static readonly WordSet s_mayBeLast = new(
        "Inc", "Corp", "Ltd", "Co", "Cos", "Bros", "Plc", "plc", "Pte", "PTE", "Pty", "LTD", "INC", "CORP", "CO", "Jr", "Sr", "Esq", "Ph.D", "PhD", "Ed.D", "Psy.D", "LL.M", "Dept", "Univ", "Assn", "Assoc",
        "Intl", "Natl", "Govt", "Dist", "St", "Ave", "Blvd", "Rd", "Hwy", "Sq", "Bldg", "Calif", "Conn", "Del", "Mass", "Fla", "Ala", "Ariz", "Ark", "Colo", "Ga", "Ill", "Ind",
        "Kan", "Ky", "La", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Vt", "Va", "Wash", "Wis", "Wyo", "Ont", "Que",
        "Jan", "Feb", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "al", "ft", "lb", "lbs", "oz", "sq", "hr", "hrs", "min", "Ed", "ed", "Eds", "eds", "trans");

    /// <summary>What the word before a full stop (without that stop) may be; <paramref name="opensSentence"/>: nothing stands before it.</summary>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> word, bool opensSentence)
    {
        if (word.IsEmpty)
            return AbbreviationKind.None;
        if (opensSentence && IsListNumber(word))
            return AbbreviationKind.NeverLast;
        if (word is "a.m" or "p.m" or "A.M" or "P.M")
            return AbbreviationKind.ClockTime;
        if (word.Length == 1 && char.IsUpper(word[0]))
            return AbbreviationKind.Initial;
        if (s_neverLast.Contains(word))
            return AbbreviationKind.NeverLast;
        if (s_beforeNumber.Contains(word))
            return AbbreviationKind.BeforeNumber;
        return s_mayBeLast.Contains(word) || IsDottedAcronym(word) ? AbbreviationKind.MayBeLast : AbbreviationKind.None;
    }

    // "1." or "12." before a list item.
    private static bool IsListNumber(ReadOnlySpan<char> word) => word.Length <= 2 && !word.ContainsAnyExceptInRange('0', '9');

    // "U.S", "J.K", "D-N.Y" without its hyphenated part, "M.D".
    private static bool IsDottedAcronym(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length % 2 == 0)
            return false;
        for (int i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        }
        return true;
    }
}
