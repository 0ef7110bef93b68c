using System.Net;
using System.Net.Mime;
using Microsoft.AspNetCore.WebUtilities;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Slack.Installations;

/// <summary>Lets a workspace add the app by itself: OAuth v2 of Slack's documentation.</summary>
internal sealed partial class InstallEndpoints(SlackOptions options, InstallState states, SlackOAuthClient oauth, InstallationStore store, ILogger<InstallEndpoints> log)
{
    private const string CookieName = "survbot-slack-install", Folder = "/slack";

    /// <summary>GET /slack/install: on to Slack, which asks whether the app may.</summary>
    public Task BeginAsync(HttpContext context)
    {
        var (state, cookie) = states.Begin();
        context.Response.Cookies.Append(CookieName, cookie, new CookieOptions { HttpOnly = true, Secure = !ThisMachine.Calls(context), SameSite = SameSiteMode.Lax, Path = Folder, MaxAge = InstallState.Lifetime });
        context.Response.Redirect(QueryHelpers.AddQueryString(options.AuthorizeUrl.AbsoluteUri, new Dictionary<string, string?>
        {
            ["client_id"] = options.ClientId,
            ["scope"] = string.Join(',', SlackApp.Scopes.Concat(options.HearRooms ? SlackApp.HearingScopes : []).Select(scope => scope.Name)),
            ["state"] = state,
        }));
        return Task.CompletedTask;
    }

    /// <summary>GET /slack/oauth: back from Slack with its consent, or without.</summary>
    public async Task EndAsync(HttpContext context)
    {
        var query = context.Request.Query;
        string? cookie = context.Request.Cookies[CookieName];
        context.Response.Cookies.Delete(CookieName, new CookieOptions { Path = Folder });
        var (status, title, line) = !states.Ends(query["state"], cookie) ? (StatusCodes.Status400BadRequest, "Please begin again", "This installation was begun elsewhere, took longer than ten minutes, or is done already.")
            : query["error"] is [{ } error] ? (StatusCodes.Status200OK, "Nothing was added", error == "access_denied" ? "You did not allow it, and nothing has changed." : "Slack did not allow it.")
            : query["code"] is [{ Length: > 0 } code] ? await RedeemAsync(code, context.RequestAborted)
            : (StatusCodes.Status400BadRequest, "Please begin again", "Slack sent no code.");
        context.Response.StatusCode = status;
        context.Response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        await context.Response.WriteAsync(Page(title, line), context.RequestAborted);
    }

    private async Task<(int Status, string Title, string Line)> RedeemAsync(string code, CancellationToken cancellationToken)
    {
        try
        {
            var installation = await oauth.RedeemAsync(code, cancellationToken);
            if (!options.Allows(installation.Team, installation.Enterprise))
                return (StatusCodes.Status403Forbidden, "Not this workspace", "Whoever runs this SurvBot has named the workspaces that may use it, and this is none of them. Remove the app in Slack again.");
            await store.KeepAsync(installation, CancellationToken.None);
            Log.Installed(log);
            return (StatusCodes.Status200OK, "SurvBot was added", $"{installation.Name ?? "Your workspace"} can ask it now: mention it in a channel after inviting it there, write to it, or use /survbot.");
        }
        catch (SlackRefusedException refused)
        {
            Log.Failed(log, refused.Message);
            return (StatusCodes.Status400BadRequest, "Please begin again", $"Slack did not take the code ({refused.Code}).");
        }
        catch (Exception fault) when (fault is SlackUnavailableException or ChannelBusyException)
        {
            Log.Failed(log, fault.Message);
            return (StatusCodes.Status503ServiceUnavailable, "Please try again in a minute", "Slack could not be reached.");
        }
    }

    private static string Page(string title, string line) => $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>{WebUtility.HtmlEncode(title)} – SurvBot</title>
          <link rel="icon" href="/favicon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/survbot.css">
        </head>
        <body class="paper">
          <main>
            <h1>{WebUtility.HtmlEncode(title)}</h1>
            <p>{WebUtility.HtmlEncode(line)}</p>
            <p><a href="{SlackApp.InstallPath}">Add SurvBot to a workspace</a></p>
          </main>
        </body>
        </html>
        """;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A workspace of Slack has added the app")]
        public static partial void Installed(ILogger log);

        [LoggerMessage(LogLevel.Warning, "A workspace of Slack could not add the app: {Fault}")]
        public static partial void Failed(ILogger log, string fault);
    }
}
