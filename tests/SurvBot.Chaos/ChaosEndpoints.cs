using System.IO.Pipelines;
using System.Text.Json;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;

namespace SurvBot.Chaos;

/// <summary>Where the platform delivers what people write: POST /chaos/events. POST /chaos/nothing costs what a request costs that does nothing.</summary>
internal sealed class ChaosEndpoints(Inbox inbox, TimeProvider clock) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map("/chaos", chaos => chaos.UseRouting().UseEndpoints(routes =>
        {
            routes.MapPost("/events", (RequestDelegate)TakeAsync);
            routes.MapPost("/nothing", (RequestDelegate)ReadAsync);
        }));
        next(app);
    };

    private async Task TakeAsync(HttpContext context)
    {
        try
        {
            var said = await JsonSerializer.DeserializeAsync<ChaosEvent>(context.Request.BodyReader, JsonSerializerOptions.Web, context.RequestAborted);
            await inbox.TakeAsync(Message(said!), context.RequestAborted);
        }
        catch (JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException fault)
        {
            context.Response.StatusCode = fault.StatusCode;
        }
        catch (ChatStoreException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task ReadAsync(HttpContext context)
    {
        ReadResult read;
        do
        {
            read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
        }
        while (!read.IsCompleted);
    }

    private IncomingMessage Message(ChaosEvent said) => new()
    {
        Address = said.Address,
        DeliveryId = said.Id,
        MessageId = said.Id,
        UserId = said.User,
        Text = said.Text,
        SentAt = clock.GetUtcNow(),
    };
}

/// <summary>Something that somebody wrote, as the platform delivers it.</summary>
public sealed record ChaosEvent(string Id, string Room, string User, string Text)
{
    private const string Workspace = "acme";

    /// <summary>A room is one conversation.</summary>
    internal Address Address => new(ChaosChannel.ChannelName, Workspace, Room, "");

    /// <summary>The id of the reply to it.</summary>
    public string ReplyId() => Key.Of(Address.Channel, Address.Workspace, Address.Room, Id);
}
