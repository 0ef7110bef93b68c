using System.Globalization;

namespace SurvBot.Corpus.Text;

/// <summary>Walks the words of a text: runs of letters and digits in lower case, accents folded, with their place in the text.</summary>
/// <remarks>
/// "U.S.", "US" and "USA" are all the word "usa" (the pronoun "us" is not); "2,000" is "2000"; a possessive "'s" is left out;
/// hyphens separate; every Chinese, Japanese or Korean ideograph is a word of its own.
/// </remarks>
public ref struct Tokenizer(ReadOnlySpan<char> text)
{
    /// <summary>Longer words are cut: nothing people search for is longer.</summary>
    public const int MaxWordLength = 64;

    private readonly ReadOnlySpan<char> text = text;
    private readonly char[] word = new char[MaxWordLength];
    private int length;
    private int next;

    /// <summary>UTF-16 offset of the current word's first character.</summary>
    public int Start { get; private set; }

    /// <summary>UTF-16 offset after the current word's last character.</summary>
    public int End { get; private set; }

    /// <summary>The current word, normalised; valid until the next <see cref="MoveNext"/>.</summary>
    public readonly Span<char> Word => word.AsSpan(0, length);

    /// <summary>Whether the current word begins with a capital letter in the text.</summary>
    public readonly bool IsCapitalized => char.IsUpper(text[Start]);

    /// <summary>Advances to the next word; false at the end.</summary>
    public bool MoveNext()
    {
        while (next < text.Length && !char.IsLetterOrDigit(text[next]))
            next++;
        if (next >= text.Length)
            return false;

        (Start, length) = (next, 0);
        if (IsIdeograph(text[next]))
            Take(text[next++]);
        else if (!TakeInitials())
            TakeRun();
        End = next;
        return true;
    }

    private void TakeRun()
    {
        bool allDigits = true;
        while (next < text.Length && !IsIdeograph(text[next]))
        {
            char c = text[next];
            if (char.IsLetterOrDigit(c))
            {
                allDigits &= char.IsAsciiDigit(c);
                Take(c);
                next++;
            }
            else if (c is '.' or ',' && allDigits && next + 1 < text.Length && char.IsAsciiDigit(text[next + 1]))
            {
                if (c == '.')
                    Take('.');
                next++;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                next++;
            else
                break;
        }
        SkipPossessive();
        if (text[Start..next] is "US" or "USA")
            Set("usa");
    }

    /// <summary>Takes "U.S.", "U.S" or "e.g." as one word: two or more single letters with full stops between them.</summary>
    private bool TakeInitials()
    {
        int at = next, letters = 0;
        while (at + 1 < text.Length && char.IsLetter(text[at]) && text[at + 1] == '.')
            (at, letters) = (at + 2, letters + 1);
        if (at < text.Length && letters > 0 && IsWholeWord(at))
            (at, letters) = (at + 1, letters + 1);
        if (letters < 2)
            return false;

        for (int i = next; i < at; i++)
            if (text[i] != '.')
                Take(text[i]);
        next = at;
        SkipPossessive();
        if (Word is "us" or "usa")
            Set("usa");
        return true;
    }

    private readonly bool IsWholeWord(int at) => char.IsLetter(text[at]) && (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]));

    private void SkipPossessive()
    {
        if (next + 1 < text.Length && text[next] is '\'' or '’' && text[next + 1] is 's' or 'S' && (next + 2 >= text.Length || !char.IsLetterOrDigit(text[next + 2])))
            next += 2;
    }

    private void Take(char c)
    {
        if (length == MaxWordLength)
            return;
        if (c < 128)
            word[length++] = char.ToLowerInvariant(c);
        else
            TakeFolded(c);
    }

    private void TakeFolded(char c)
    {
        char lower = LetterFolding.ToLower(c);
        if (!LetterFolding.TryFold(lower, out string plain))
            word[length++] = lower;
        else
            foreach (char letter in plain.AsSpan(0, Math.Min(plain.Length, MaxWordLength - length)))
                word[length++] = letter;
    }

    private void Set(string value)
    {
        value.CopyTo(word);
        length = value.Length;
    }

    private static bool IsIdeograph(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF';
}
