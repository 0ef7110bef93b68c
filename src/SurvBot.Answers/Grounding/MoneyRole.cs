using System.Text.RegularExpressions;

namespace SurvBot.Answers.Grounding;

/// <summary>What a sum of money is: a price, a revenue, a fine, a valuation, a funding. A sum of one role does not answer a question about another.</summary>
internal sealed partial class MoneyRole
{
    private readonly Regex words;

    private MoneyRole(Regex words) => this.words = words;

    private static readonly MoneyRole[] Roles = [new(Revenue()), new(Penalty()), new(Valuation()), new(Salary()), new(Price())];

    /// <summary>The role that the question asks about, or null where it names none.</summary>
    public static MoneyRole? Of(string question) => Roles.FirstOrDefault(role => role.words.IsMatch(question));

    /// <summary>Whether the text speaks of such money.</summary>
    public bool IsIn(string text) => words.IsMatch(text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    // The Internal Revenue Service is no revenue.
    [GeneratedRegex(@"\b((?<!internal )revenues?|sales|turnover|profits?|earn(s|ed|ings)?|income|made money)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Revenue();

    [GeneratedRegex(@"\b(fine[ds]?|penalt(y|ies)|settle(d|ment|ments)?|damages|compensation|forfeit\w*|punish\w*|sanction\w*)\b", Options)]
    private static partial Regex Penalty();

    [GeneratedRegex(@"\b(valuation|valued|worth|market cap\w*|value)\b", Options)]
    private static partial Regex Valuation();

    [GeneratedRegex(@"\b(salar(y|ies)|wages?|paid (a|per) (month|year|hour))\b", Options)]
    private static partial Regex Salary();

    [GeneratedRegex(@"\b(pay(s|ing|ment|ments)?|paid|price[ds]?|pricing|cost(s|ing)?|fees?|charge[ds]?|charging|spen(d|ds|t|ding)|bought|purchase[ds]?|buy(s|ing)?|sold|sells?|contract(s|ed)?|licen[cs]e[ds]?|subscription|budget|per (camera|month|year|head|search)|a month|a year|deal)\b", Options)]
    private static partial Regex Price();
}
