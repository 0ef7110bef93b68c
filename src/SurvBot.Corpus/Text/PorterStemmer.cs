namespace SurvBot.Corpus.Text;

/// <summary>Reduces an English word to its stem, so that "banned", "bans" and "banning" are one term.</summary>
/// <remarks>M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980; the step numbers are the paper's.</remarks>
internal static class PorterStemmer
{
    /// <summary>Stems <paramref name="word"/> (lower-case letters) in place and returns the stem's length.</summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2)
            return word.Length;
        var stem = new Buffer(word);
        stem.Step1Plurals();
        stem.Step1PastTense();
        stem.Step1Y();
        stem.ReplaceLongest(Step2, minMeasure: 0);
        stem.ReplaceLongest(Step3, minMeasure: 0);
        stem.Step4();
        stem.Step5();
        return stem.Length;
    }

    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] Step4Suffixes =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic", "ou",
    ];

    private ref struct Buffer(Span<char> word)
    {
        private readonly Span<char> word = word;

        public int Length { get; private set; } = word.Length;

        public void Step1Plurals()
        {
            if (EndsWith("sses") || EndsWith("ies"))
                Length -= 2;
            else if (word[Length - 1] == 's' && word[Length - 2] != 's')
                Length--;
        }

        public void Step1PastTense()
        {
            if (EndsWith("eed"))
            {
                if (Measure(Length - 3) > 0)
                    Length--;
                return;
            }
            int cut = EndsWith("ed") ? 2 : EndsWith("ing") ? 3 : 0;
            if (cut == 0 || !HasVowel(Length - cut))
                return;
            Length -= cut;
            if (EndsWith("at") || EndsWith("bl") || EndsWith("iz"))
                Append('e');
            else if (EndsInDoubleConsonant() && word[Length - 1] is not ('l' or 's' or 'z'))
                Length--;
            else if (Measure(Length) == 1 && EndsInCvc(Length))
                Append('e');
        }

        public void Step1Y()
        {
            if (word[Length - 1] == 'y' && HasVowel(Length - 1))
                word[Length - 1] = 'i';
        }

        public void ReplaceLongest((string Suffix, string Replacement)[] rules, int minMeasure)
        {
            string? best = null, replacement = null;
            foreach (var rule in rules)
                if (EndsWith(rule.Suffix) && rule.Suffix.Length > (best?.Length ?? 0))
                    (best, replacement) = rule;
            if (best is null || Measure(Length - best.Length) <= minMeasure)
                return;
            Length -= best.Length;
            foreach (char c in replacement!)
                Append(c);
        }

        public void Step4()
        {
            foreach (string suffix in Step4Suffixes)
            {
                if (!EndsWith(suffix))
                    continue;
                int stem = Length - suffix.Length;
                if (Measure(stem) > 1 && (suffix != "ion" || (stem > 0 && word[stem - 1] is 's' or 't')))
                    Length = stem;
                return;
            }
        }

        public void Step5()
        {
            if (word[Length - 1] == 'e' && (Measure(Length - 1) > 1 || (Measure(Length - 1) == 1 && !EndsInCvc(Length - 1))))
                Length--;
            if (word[Length - 1] == 'l' && EndsInDoubleConsonant() && Measure(Length) > 1)
                Length--;
        }

        private readonly bool EndsWith(string suffix) => suffix.Length < Length && word[..Length].EndsWith(suffix);

        private void Append(char c) => word[Length++] = c;

        private readonly bool IsConsonant(int i) => word[i] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => false,
            'y' => i == 0 || !IsConsonant(i - 1),
            _ => true,
        };

        /// <summary>The m of the paper's [C](VC)^m[V] over the first <paramref name="length"/> letters.</summary>
        private readonly int Measure(int length)
        {
            int measure = 0;
            for (int i = 1; i < length; i++)
                if (IsConsonant(i) && !IsConsonant(i - 1))
                    measure++;
            return measure;
        }

        private readonly bool HasVowel(int length)
        {
            for (int i = 0; i < length; i++)
                if (!IsConsonant(i))
                    return true;
            return false;
        }

        private readonly bool EndsInDoubleConsonant() => Length > 1 && word[Length - 1] == word[Length - 2] && IsConsonant(Length - 1);

        private readonly bool EndsInCvc(int length) =>
            length > 2 && IsConsonant(length - 1) && !IsConsonant(length - 2) && IsConsonant(length - 3) && word[length - 1] is not ('w' or 'x' or 'y');
    }
}
