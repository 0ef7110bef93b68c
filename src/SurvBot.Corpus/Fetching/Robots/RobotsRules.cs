using System.Text;

namespace SurvBot.Corpus.Fetching.Robots;

/// <summary>What a host's robots.txt lets a crawler fetch, by RFC 9309.</summary>
internal sealed class RobotsRules
{
    /// <summary>The part that is read: RFC 9309, section 2.5, asks for at least 500 KiB.</summary>
    public const int MostBytes = 500 * 1024;

    private const int MostRules = 10_000;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly List<RobotsGroup> groups = [];

    /// <summary>Nothing is forbidden: also what a missing file means.</summary>
    public static RobotsRules AllowAll { get; } = new();

    /// <summary>Why the file could not be read, which forbids all: RFC 9309, section 2.3.1.4. Null where it could, or where there is none.</summary>
    public string? Fault { get; init; }

    /// <summary>Lines that mean nothing are passed over.</summary>
    public static RobotsRules Parse(string text)
    {
        var rules = new RobotsRules();
        RobotsGroup? group = null;
        bool isNaming = false;
        int count = 0;
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            var content = line.IndexOf('#') is var comment and >= 0 ? line[..comment] : line;
            if (content.IndexOf(':') is not (var colon and > 0))
                continue;
            string value = content[(colon + 1)..].Trim().ToString();
            switch (content[..colon].Trim().ToString().ToLowerInvariant())
            {
                case "user-agent":
                    if (!isNaming)
                        rules.groups.Add(group = new RobotsGroup());
                    group!.Agents.Add(value);
                    isNaming = true;
                    break;
                case "allow" or "disallow" when group is not null && count++ < MostRules:
                    isNaming = false;
                    if (value.Length > 0)
                        group.Rules.Add(new RobotsRule(value, char.ToLowerInvariant(content.TrimStart()[0]) == 'a'));
                    break;
                // Not in the standard, but asked for politely.
                case "crawl-delay" when group is not null && double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out double seconds) && seconds > 0:
                    isNaming = false;
                    group.Delay = TimeSpan.FromSeconds(Math.Min(seconds, LongestDelay.TotalSeconds));
                    break;
            }
        }
        return rules;
    }

    /// <summary>Whether the agent may fetch the address; without a group of its own, what is said for all counts.</summary>
    public bool Allows(string agent, Uri address) => Allows(For(agent, orAll: true), address);

    /// <summary>Whether the agent is shut out by its own name.</summary>
    public bool Names(string agent, Uri address) => !Allows(For(agent, orAll: false), address);

    /// <summary>The pause between two requests that is asked for.</summary>
    public TimeSpan? DelayFor(string agent) => For(agent, orAll: true).Max(group => group.Delay);

    // The longest pattern decides, and of two equally long ones the one that allows.
    private static bool Allows(IEnumerable<RobotsGroup> groups, Uri address)
    {
        string path = RobotsRule.Normal(address.PathAndQuery);
        var deciding = groups.SelectMany(group => group.Rules).Where(rule => rule.Matches(path)).OrderByDescending(rule => rule.Length).ThenByDescending(rule => rule.IsAllowing).FirstOrDefault();
        return deciding?.IsAllowing ?? true;
    }

    private List<RobotsGroup> For(string agent, bool orAll)
    {
        var own = groups.FindAll(group => group.Agents.Any(name => Token(name).Equals(agent, StringComparison.OrdinalIgnoreCase)));
        return own.Count > 0 || !orAll ? own : groups.FindAll(group => group.Agents.Contains("*"));
    }

    // "SurvBot/1.0 (news)" means SurvBot.
    private static string Token(string name)
    {
        var token = new StringBuilder();
        foreach (char c in name.TakeWhile(c => char.IsAsciiLetter(c) || c is '-' or '_'))
            token.Append(c);
        return token.ToString();
    }
}

/// <summary>Some agents and what holds for them.</summary>
internal sealed class RobotsGroup
{
    public List<string> Agents { get; } = [];

    public List<RobotsRule> Rules { get; } = [];

    public TimeSpan? Delay { get; set; }
}
