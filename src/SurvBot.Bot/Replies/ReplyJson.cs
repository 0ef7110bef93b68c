using System.Text.Json;
using System.Text.Json.Serialization;
namespace SurvBot.Bot.Replies;
public static class ReplyJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
