using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SurvBot.Bot.Channels.Teams.Activities;

/// <summary>Activities as the platform wants to read them.</summary>
public static class ActivityJson
{
    /// <summary>Names in camel case; what is not there is not written.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>UTF-8 JSON of one activity.</summary>
    public static byte[] Write(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // The platform reads JSON, not a page: escapes would only make a message larger, whose size is limited.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();
    }
}
