using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Chats;
using SurvBot.Bot.Channels.Teams.Invokes;

namespace SurvBot.Bot.Channels.Teams;

/// <summary>Tells what an activity is about. What is of no concern is acknowledged and left alone.</summary>
internal sealed class TeamsBot(TeamsMessages messages, FeedbackInvoke feedback, CardInvoke cards, SearchInvoke search) : ITeamsActivityHandler
{
    /// <inheritdoc />
    public async Task<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case "message":
                await messages.TakeAsync(activity, cancellationToken);
                break;
            case "messageUpdate":
                await messages.TakeEditAsync(activity, cancellationToken);
                break;
            case "messageDelete":
                await messages.ForgetAsync(activity, cancellationToken);
                break;
            case "installationUpdate":
                await messages.InstallAsync(activity, cancellationToken);
                break;
            case "invoke":
                return await InvokeAsync(activity, cancellationToken);
        }
        return null;
    }

    private Task<InvokeResponse?> InvokeAsync(Activity activity, CancellationToken cancellationToken) => activity.Name switch
    {
        "message/submitAction" => feedback.TakeAsync(activity, cancellationToken),
        "adaptiveCard/action" => cards.AnswerAsync(activity, cancellationToken),
        "composeExtension/query" => search.FindAsync(activity, cancellationToken),
        "composeExtension/queryLink" or "composeExtension/anonymousQueryLink" => search.UnfurlAsync(activity, cancellationToken),
        _ => Task.FromResult<InvokeResponse?>(null),
    };
}
