using System.Text.Json;
using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Channels.Teams.Rendering;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Architecture;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Replies;

/// <summary>No channel may swallow a part of a reply. A new renderer is found by itself; one that needs more than default arguments is made in <see cref="Create"/>.</summary>
public sealed class RendererTests
{
    private const string Word = "quagga";

    /// <summary>What a channel does not show, and why that is right.</summary>
    private static readonly Dictionary<(Type Renderer, Type Block), string> Exceptions = new()
    {
        [(typeof(ConsoleReplyRenderer), typeof(FeedbackRequest))] = "there is nothing to click on in a terminal",
        [(typeof(SlackReplyRenderer), typeof(FeedbackRequest))] = "Slack shows thumbs, and who turns one down is asked for the reason",
        [(typeof(TeamsReplyRenderer), typeof(FeedbackRequest))] = "Teams shows thumbs of its own below a message",
    };

    public static TheoryData<Type> Renderers() => [.. Code.Written.Where(type => type is { IsAbstract: false, IsInterface: false } && Contract(type) is not null)];

    [Fact]
    public void Renderers_are_found() => Renderers().Count.ShouldBeGreaterThan(1);

    [Fact]
    public void Every_kind_of_block_is_tried() => SomeReply.EveryKind().Select(block => block.GetType()).ShouldBe(Code.ReplyBlocks, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Renderers))]
    public void A_renderer_shows_every_kind_of_block(Type type)
    {
        object renderer = Create(type);
        foreach (var block in SomeReply.EveryKind(Word))
        {
            string shown = JsonSerializer.Serialize(Render(block, renderer));
            if (Exceptions.ContainsKey((type, block.GetType())))
                continue;
            if (block is FeedbackRequest)
                shown.ShouldContain("Out of date", Case.Insensitive, $"{type.Name} hides {block.GetType().Name}");
            else
                shown.ShouldContain(Word, Case.Sensitive, $"{type.Name} hides {block.GetType().Name}");
        }
    }

    private static Type? Contract(Type type) => type.GetInterfaces().FirstOrDefault(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IReplyRenderer<>));

    private static object Create(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : throw new InvalidOperationException($"Say here how to make a {type.Name}."))]);
    }

    private static object? Render(ReplyBlock block, object renderer) =>
        typeof(ReplyBlock).GetMethod(nameof(ReplyBlock.Render))!.MakeGenericMethod(Contract(renderer.GetType())!.GenericTypeArguments).Invoke(block, [renderer]);
}
