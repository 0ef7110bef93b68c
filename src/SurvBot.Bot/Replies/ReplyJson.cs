using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SurvBot.Bot.Replies;

/// <summary>A reply as JSON, for the page in the browser and for what is stored: camelCase, each block's kind first, enumerations by name, absent parts left out.</summary>
public static class ReplyJson
{
    // Written out: renaming a type must not rename it for those who read the JSON.
    private static readonly JsonDerivedType[] Kinds =
    [
        new(typeof(Paragraph), "paragraph"),
        new(typeof(BulletList), "bulletList"),
        new(typeof(Disagreement), "disagreement"),
        new(typeof(Development), "development"),
        new(typeof(Caveat), "caveat"),
        new(typeof(EvidenceStrip), "evidenceStrip"),
        new(typeof(Sources), "sources"),
        new(typeof(NearestArticles), "nearestArticles"),
        new(typeof(More), "more"),
        new(typeof(FollowUps), "followUps"),
        new(typeof(FeedbackRequest), "feedbackRequest"),
        new(typeof(Progress), "progress"),
    ];

    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // A database that stores JSON may hand it back with its properties in another order.
            AllowOutOfOrderMetadataProperties = true,
            // As in AnswerJson: this is never embedded in HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type != typeof(ReplyBlock))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var kind in Kinds)
            type.PolymorphismOptions.DerivedTypes.Add(kind);
    }
}
