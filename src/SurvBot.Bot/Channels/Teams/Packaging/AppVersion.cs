using System.Text.RegularExpressions;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>Versions as Teams takes them: three numbers of https://semver.org, nothing behind them.</summary>
internal static partial class AppVersion
{
    public static bool IsValid(string text) => ThreeNumbers().IsMatch(text);

    public static string Fix(string text) => $"{Quoted.Text(text)} is no version that Teams takes: write three numbers such as 1.2.3.";

    [GeneratedRegex(@"\A(?:0|[1-9][0-9]{0,8})\.(?:0|[1-9][0-9]{0,8})\.(?:0|[1-9][0-9]{0,8})\z")]
    private static partial Regex ThreeNumbers();
}
