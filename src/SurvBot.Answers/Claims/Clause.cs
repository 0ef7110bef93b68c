using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Claims;

/// <summary>The part of a sentence that says one thing: up to a semicolon, a "while", a "but".</summary>
/// <param name="Sentence">The whole sentence.</param>
/// <param name="Span">Where the clause stands in it.</param>
internal sealed partial record Clause(string Sentence, TextSpan Span)
{
    /// <summary>Its words.</summary>
    public string Text => Span.In(Sentence);

    /// <summary>The clause in which <paramref name="place"/> stands.</summary>
    public static Clause Around(string sentence, TextSpan place) => Between(sentence, place, Joint());

    /// <summary>The stretch between commas in which <paramref name="place"/> stands: a date there belongs to what stands there.</summary>
    public static Clause StretchAround(string sentence, TextSpan place) => Between(sentence, place, Comma());

    private static Clause Between(string sentence, TextSpan place, Regex joint)
    {
        int start = 0, end = sentence.Length;
        foreach (Match match in joint.Matches(sentence))
        {
            if (match.Index + match.Length <= place.Start)
                start = match.Index + match.Length;
            else if (match.Index >= place.End)
            {
                end = match.Index;
                break;
            }
        }
        return new Clause(sentence, new TextSpan(start, end));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@";|\s[–—-]\s|,?\s(while|whereas|although|though)\s|,\s(but|yet)\s", Options)]
    private static partial Regex Joint();

    [GeneratedRegex(@"[,;](?!\d)|\s[–—-]\s|\swhile\s", Options)]
    private static partial Regex Comma();
}
