using SurvBot.Answers;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Receipts;

/// <summary>Keeps receipts for those who serve answers outside of chats. One that cannot be kept costs nobody the answer.</summary>
internal sealed partial class ReceiptKeeper(ReceiptStore receipts, ILogger<ReceiptKeeper> log)
{
    public async Task KeepAsync(Question question, Answer answer)
    {
        try
        {
            // Whoever hangs up has been answered all the same.
            await receipts.KeepAsync(question, answer, CancellationToken.None);
        }
        catch (ChatStoreException fault)
        {
            Log.NotKept(log, answer.Id, fault.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The receipt of answer {Id} could not be kept: {Line}")]
        public static partial void NotKept(ILogger log, string id, string line);
    }
}
