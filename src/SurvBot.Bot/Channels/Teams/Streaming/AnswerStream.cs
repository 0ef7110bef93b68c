using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Connector;

namespace SurvBot.Bot.Channels.Teams.Streaming;

/// <summary>One answer that grows before its reader's eyes in a one-to-one chat.</summary>
/// <remarks>
/// By "Stream bot messages" of the Teams documentation: one request a second and one at a time, each with the whole text so far, which must begin with what was shown;
/// two minutes in all; attachments, the AI label and feedback only at the end, which has no number. Citations may come earlier, but a number without its source helps nobody.
/// </remarks>
internal sealed class AnswerStream(ITeamsConnector connector, string serviceUrl, string conversation, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1), Pause = TimeSpan.FromMilliseconds(1500);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private DateTimeOffset lastSent;
    private int sequence;
    private string shown = "";
    private TeamsRefusal? ended;

    /// <summary>The platform's name for the message that will hold the answer.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Begins with a word on what is being done; false where the platform streams nothing in this chat.</summary>
    public async Task<bool> BeginAsync(string informative, CancellationToken cancellationToken)
    {
        try
        {
            if (await connector.SendAsync(serviceUrl, conversation, Step(informative, "informative"), cancellationToken) is not { Length: > 0 } id)
                return false;
            Id = id;
            return true;
        }
        catch (TeamsRefusedException refused) when (refused.Refusal is TeamsRefusal.StreamNotAllowed or TeamsRefusal.Malformed)
        {
            return false;
        }
        finally
        {
            lastSent = clock.GetUtcNow();
        }
    }

    /// <summary>Shows more of the text, or what is being done while there is none; leaves out steps that come too fast. False when the reader has stopped it.</summary>
    public async Task<bool> ShowAsync(string text, bool isInformative, CancellationToken cancellationToken)
    {
        // Whoever comes while another step is on its way is too fast.
        if (!await oneAtATime.WaitAsync(TimeSpan.Zero, cancellationToken))
            return true;
        try
        {
            bool canFollow = isInformative ? shown.Length == 0 : text.StartsWith(shown, StringComparison.Ordinal) && text.Length > shown.Length;
            if (ended is null && canFollow && clock.GetUtcNow() - lastSent >= Pause)
            {
                await SendAsync(Step(text, isInformative ? "informative" : "streaming"), cancellationToken);
                shown = isInformative ? shown : text;
            }
        }
        catch (TeamsRefusedException refused) when (refused.Refusal is TeamsRefusal.StreamCanceled or TeamsRefusal.StreamTimedOut or TeamsRefusal.StreamCompleted or TeamsRefusal.StreamNotAllowed)
        {
            ended = refused.Refusal;
        }
        finally
        {
            oneAtATime.Release();
        }
        return ended != TeamsRefusal.StreamCanceled;
    }

    /// <summary>Ends with the answer; false where the stream has ended before, so that the answer must take its place. Where the reader stopped it, nothing more is said.</summary>
    public async Task<bool> EndAsync(Activity answer, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (ended is null)
            {
                // A request that comes too early is refused.
                if (lastSent + Pace - clock.GetUtcNow() is { Ticks: > 0 } early)
                    await Task.Delay(early, clock, cancellationToken);
                await SendAsync(answer with { Entities = [.. answer.Entities, Info("final", null)] }, cancellationToken);
                return true;
            }
        }
        catch (TeamsRefusedException refused) when (refused.Refusal is TeamsRefusal.StreamCanceled or TeamsRefusal.StreamTimedOut or TeamsRefusal.StreamCompleted or TeamsRefusal.StreamRewritten or TeamsRefusal.StreamOutOfOrder or TeamsRefusal.StreamNotAllowed)
        {
            ended = refused.Refusal;
        }
        finally
        {
            oneAtATime.Release();
        }
        return ended == TeamsRefusal.StreamCanceled;
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task SendAsync(Activity step, CancellationToken cancellationToken)
    {
        try
        {
            await connector.SendAsync(serviceUrl, conversation, step, cancellationToken);
        }
        finally
        {
            lastSent = clock.GetUtcNow();
        }
    }

    private Activity Step(string text, string type) => new() { Type = "typing", Text = text, Entities = [Info(type, ++sequence)] };

    private JsonElement Info(string type, int? number)
    {
        var info = new JsonObject { ["type"] = "streaminfo", ["streamType"] = type };
        if (Id.Length > 0)
            info["streamId"] = Id;
        if (number is { } step)
            info["streamSequence"] = step;
        return JsonSerializer.SerializeToElement(info);
    }
}
