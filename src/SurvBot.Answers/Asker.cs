namespace SurvBot.Answers;

/// <summary>Whose budget a question is answered from, by names that give nobody away.</summary>
public sealed record Asker(string Workspace, string User)
{
    /// <summary>The command line: a workspace of its own.</summary>
    public static Asker CommandLine { get; } = new("command line", "");
}
