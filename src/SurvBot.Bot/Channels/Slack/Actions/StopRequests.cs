using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Streaming;

namespace SurvBot.Bot.Channels.Slack.Actions;

/// <summary>Ends answers that a reader wants nothing more of.</summary>
internal sealed class StopRequests(OpenStreams<AnswerStream> streams, AgentStatus status, Errands errands)
{
    public Task TakeAsync(SlackEvent said)
    {
        foreach (var stream in streams.All.Where(stream => stream.Room == said.Room && said.Stopped.Contains(stream.Ts)))
            errands.Run(cancellationToken => EndAsync(stream, cancellationToken));
        return Task.CompletedTask;
    }

    private async Task EndAsync(AnswerStream stream, CancellationToken cancellationToken)
    {
        try
        {
            await stream.StopAsync(cancellationToken);
        }
        finally
        {
            // Slack leaves that to the app whose work was stopped.
            await status.EndAsync(stream.Token, stream.Room, stream.Thread, cancellationToken);
        }
    }
}
