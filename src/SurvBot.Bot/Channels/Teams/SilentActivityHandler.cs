using SurvBot.Bot.Channels.Teams.Activities;

namespace SurvBot.Bot.Channels.Teams;

/// <summary>Hears everything and says nothing: what stands behind the wire until the conversation does.</summary>
internal sealed class SilentActivityHandler : ITeamsActivityHandler
{
    public Task<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken) => Task.FromResult<InvokeResponse?>(null);
}
