using SurvBot.Answers;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Receipts;

namespace SurvBot.Bot.Commands;

/// <summary>Keeps receipts of what is asked on the command line.</summary>
internal static class ReceiptKeeping
{
    /// <summary>Keeps one, or says why not: the answer has been given, and stands.</summary>
    public static async Task KeepReceiptAsync(this CommandEnvironment environment, IServiceProvider services, Question question, Answer answer, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<ReceiptStore>().KeepAsync(question, answer, cancellationToken);
        }
        catch (Exception fault) when (fault is ChatStoreException or IOException or UnauthorizedAccessException)
        {
            environment.Tell($"No receipt of this answer could be kept: {fault.Message}");
        }
    }
}
