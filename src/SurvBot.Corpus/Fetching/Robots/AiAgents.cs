namespace SurvBot.Corpus.Fetching.Robots;

/// <summary>What a publisher's robots.txt says to AI by name: who shuts out the engines that answer from articles shuts out this one, too.</summary>
internal static class AiAgents
{
    // As their operators document them: openai.com/gptbot and /searchbot, support.anthropic.com/articles/8896518, docs.perplexity.ai/guides/bots, docs.mistral.ai/robots.
    private static readonly string[] Answering = ["OAI-SearchBot", "ChatGPT-User", "PerplexityBot", "Perplexity-User", "Claude-SearchBot", "Claude-User", "MistralAI-User"];
    private static readonly string[] Training = ["GPTBot", "ClaudeBot", "anthropic-ai", "CCBot", "Google-Extended", "Applebot-Extended", "Meta-ExternalAgent", "Bytespider", "cohere-ai"];

    public static AiUse Use(RobotsRules rules, Uri address) =>
        Answering.Any(agent => rules.Names(agent, address)) ? AiUse.Reserved
        : Training.Any(agent => rules.Names(agent, address)) ? AiUse.NoTraining
        : AiUse.Unstated;
}
