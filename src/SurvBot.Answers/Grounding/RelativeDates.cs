using System.Text.RegularExpressions;

namespace SurvBot.Answers.Grounding;

/// <summary>Finds words such as "this week" that mean nothing without the day they were written.</summary>
internal static partial class RelativeDates
{
    /// <summary>Whether the sentence dates something relative to the day it was published.</summary>
    public static bool IsIn(string sentence) => Relative().IsMatch(sentence);

    [GeneratedRegex(@"\b(today|yesterday|tomorrow|tonight|(this|last|next|past|previous|coming) (week|month|year|spring|summer|fall|autumn|winter|quarter|decade|(mon|tues|wednes|thurs|fri|satur|sun)day)|(earlier|later) this (week|month|year)|(on|by|since|until) (mon|tues|wednes|thurs|fri|satur|sun)day|recent(ly)?|current(ly)?|\w+ (days?|weeks?|months?|years?) ago|now)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Relative();
}
