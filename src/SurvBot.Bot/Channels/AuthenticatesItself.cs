namespace SurvBot.Bot.Channels;

/// <summary>Marks an endpoint that tells by itself who may call it: a chat platform calls by the deployment's name and brings its own proof.</summary>
internal sealed class AuthenticatesItself;
