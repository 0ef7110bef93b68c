using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Text;

/// <summary>Decides whether a run of stops ends a sentence, by the word before it and what follows.</summary>
internal static class SentenceBoundary
{
    // A capitalised one of these behind "U.S." or "Inc." begins a sentence; hardly any of them is part of a name.
    private static readonly WordSet s_starters = new(
        "The", "A", "An", "This", "That", "These", "Those", "It", "Its", "He", "She", "They", "We", "You", "I", "His", "Her", "Their", "Our", "My", "Your",
        "In", "On", "At", "For", "From", "With", "As", "But", "And", "Or", "So", "Yet", "If", "When", "While", "Where", "After", "Before", "Since", "Until",
        "Although", "Though", "Because", "However", "Meanwhile", "Instead", "Still", "Now", "Then", "There", "Here", "What", "Who", "Why", "How", "Which",
        "Not", "No", "Yes", "Some", "Many", "Most", "Several", "Both", "Each", "Every", "Another", "All", "Also", "Even", "Only", "According", "Under", "By",
        "To", "During", "Despite", "Amid", "Among", "Between", "Earlier", "Later", "Last", "Once", "Such", "Other", "Others", "More", "About", "Asked",
        "Whether", "Back", "Unlike", "Like", "Moreover", "Nevertheless", "Nonetheless", "Officials", "Critics", "Experts", "Police", "People", "Authorities", "Does", "Do", "Is", "Are", "Was");

    // "Is it legal?" Smith asked: with such a verb the words behind a quote belong to it.
    private static readonly WordSet s_speechVerbs = new(
        "said", "says", "asked", "asks", "told", "tells", "wrote", "writes", "added", "adds", "replied", "replies", "tweeted", "posted", "wondered", "wonders",
        "exclaimed", "shouted", "yelled", "cried", "quipped", "joked", "recalled", "explained", "argued", "continued", "responded", "answered", "declared", "inquired", "demanded");

    private const int MaxSpeakerWords = 6;

    private static readonly WordSet s_nameLinks = new("of", "the", "for", "from", "at", "de", "van", "von", "al", "bin");

    private static readonly WordSet s_subjectPronouns = new("He", "She", "They", "We", "I", "It", "You", "The", "A", "This", "That", "But", "And");

    private static readonly WordSet s_bangNames = new("Yahoo", "Yum", "Jeopardy", "Panic", "Wham", "Joomla", "Oi");

    private static readonly WordSet s_afterClockTime = new(
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun",
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
        "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "GMT", "UTC", "BST", "CET", "CEST", "HKT", "SGT", "JST", "IST", "AEST",
        "Eastern", "Central", "Mountain", "Pacific", "Beijing", "London", "Tokyo", "Greenwich");

    private static readonly WordSet s_domainEndings = new("Com", "Net", "Org", "Gov", "Edu", "Co", "Io", "Ai", "Js", "Me", "Tv", "App", "Html", "Uk");

    /// <summary>Whether the sentence that begins at <paramref name="rest"/>'s start ends with <paramref name="run"/>; <paramref name="rest"/> ends with the block.</summary>
    public static bool EndsSentence(string text, TextSpan rest, StopRun run)
    {
        if (run.End >= rest.End || run.IsWide)
            return true;
        if (!char.IsWhiteSpace(text[run.End]))
            return IsGluedEnd(text, rest, run);

        var next = Lookahead.Read(text, run.End, rest.End);
        if (next.IsBullet)
            return true;
        if (next.IsContinuation)
            return false;
        if (run.IsSingleDot)
            return EndsWithDot(text, rest.Start, run, next);
        if (next.StartsLower && !next.Quoted)
            return false;
        if (run.IsEllipsis)
            return !IsOmission(text, rest.Start, run) || next.Quoted || s_starters.Contains(next.Word);
        return !next.Dashed && !IsAttributed(text, rest, run, next) && !s_bangNames.Contains(WordBefore(text, rest.Start, run.Start));
    }

    private static bool EndsWithDot(string text, int sentenceStart, StopRun run, Lookahead next)
    {
        var word = WordBefore(text, sentenceStart, run.Start);
        bool isFirst = run.Start - word.Length == sentenceStart;
        var abbreviation = Abbreviations.KindOf(word, isFirst);
        if (run.ClosesBracket && abbreviation != AbbreviationKind.None)
            return false;
        if (next.StartsLower && !(next.Quoted && abbreviation == AbbreviationKind.None))
            return false;
        return abbreviation switch
        {
            AbbreviationKind.None => true,
            AbbreviationKind.NeverLast => false,
            AbbreviationKind.BeforeNumber => !next.StartsWithDigit,
            AbbreviationKind.ClockTime => !next.StartsWithDigit && !next.Dashed && !s_afterClockTime.Contains(next.Word),
            AbbreviationKind.Initial => IsSureStarter(next.Word) || (run.ClosesQuote && s_starters.Contains(next.Word)),
            _ => !next.Dashed && (s_starters.Contains(next.Word) || (run.ClosesQuote && next.StartsUpper)),
        };
    }

    // "K. He" and "J. So" are people; "vitamin C. The" is not.
    private static bool IsSureStarter(ReadOnlySpan<char> word) =>
        s_starters.Contains(word) && (word.Length > 2 || word is "It" or "In" or "We");

    // " ... Clearview" leaves something out, "so it goes... Clearview" trails off.
    private static bool IsOmission(string text, int sentenceStart, StopRun run) =>
        run.End - run.Start <= 3 && run.Start > sentenceStart && char.IsWhiteSpace(text[run.Start - 1]);

    // “Is it legal?” Smith of the ACLU asked.
    private static bool IsAttributed(string text, TextSpan rest, StopRun run, Lookahead next)
    {
        if (!run.ClosesQuote || next.Quoted || !next.StartsUpper || s_subjectPronouns.Contains(next.Word))
            return false;
        int position = next.WordStart;
        for (int words = 0; words < MaxSpeakerWords; words++)
        {
            var word = WordAt(text, position, rest.End);
            if (words > 0 && s_speechVerbs.Contains(word))
                return true;
            position += word.Length;
            if (word.IsEmpty || !(char.IsUpper(word[0]) || s_nameLinks.Contains(word)) || position >= rest.End || text[position] is not (' ' or '\u00A0'))
                return false;
            position++;
        }
        return false;
    }

    // "end.The next" and "end.”The next" have lost their blank on the way; "Amazon.com" and "J.K." have not.
    private static bool IsGluedEnd(string text, TextSpan rest, StopRun run)
    {
        if (text[run.End] is '“' or '‘')
            return run.Start > rest.Start && char.IsLetterOrDigit(text[run.Start - 1]);
        if (!char.IsUpper(text[run.End]) || run.Start - rest.Start < 2 || run.IsEllipsis)
            return false;
        if (run.ClosesQuote)
            return text[run.End - 1] is '”' or '"';
        bool afterWord = char.IsLower(text[run.Start - 1]) && char.IsLower(text[run.Start - 2]);
        bool beforeWord = run.End + 1 < rest.End && char.IsLower(text[run.End + 1]);
        return run.IsSingleDot && !run.ClosesBracket && afterWord && beforeWord
            && !s_domainEndings.Contains(WordAt(text, run.End, rest.End))
            && !WordBefore(text, rest.Start, run.Start).ContainsAny("/@");
    }

    private static ReadOnlySpan<char> WordBefore(string text, int start, int end)
    {
        int i = end;
        while (i > start && end - i < WordSet.MaxWordLength && !IsWordBreak(text[i - 1]))
            i--;
        return text.AsSpan(i, end - i);
    }

    private static bool IsWordBreak(char c) =>
        char.IsWhiteSpace(c) || c is '(' or '[' or '{' or '“' or '‘' or '"' or '\'' or '—' or '–' or '-' or ',' or '…' or ')';

    private static ReadOnlySpan<char> WordAt(string text, int start, int end)
    {
        int i = start;
        while (i < end && i - start < WordSet.MaxWordLength && char.IsLetter(text[i]))
            i++;
        return text.AsSpan(start, i - start);
    }
}
