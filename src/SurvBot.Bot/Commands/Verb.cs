using System.CommandLine;

namespace SurvBot.Bot.Commands;

/// <summary>A command with examples in its help.</summary>
internal abstract class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>As they are typed, without the program's name.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}

/// <summary>A verb below another one, which does the work.</summary>
internal sealed class NamedVerb(string name, string description, params string[] examples) : Verb(name, description, examples);
