using System.Text.Json;
using SurvBot.Bot.Channels.Mcp;

namespace SurvBot.Tests.Channels.Mcp;

public sealed class OutputSchemaTests
{
    [Theory]
    [InlineData("""{"properties":{"a":{"type":["string","null"]},"b":{"type":"string"}},"required":["a","b"]}""", """{"properties":{"a":{"type":["string","null"]},"b":{"type":"string"}},"required":["b"]}""")]
    [InlineData("""{"properties":{"a":{"enum":["x",null]},"b":{"enum":["x"]}},"required":["a","b"]}""", """{"properties":{"a":{"enum":["x",null]},"b":{"enum":["x"]}},"required":["b"]}""")]
    [InlineData("""{"properties":{"a":true,"b":{"description":"a date"}},"required":["a"]}""", """{"properties":{"a":{"type":"string"},"b":{"description":"a date","type":"string"}},"required":[]}""")]
    [InlineData("""{"properties":{"a":{"type":"array","items":{"properties":{"b":{"type":["object","null"]}},"required":["b"]}}}}""", """{"properties":{"a":{"type":"array","items":{"properties":{"b":{"type":["object","null"]}},"required":[]}}}}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#/properties/b"},"b":{"type":"integer"}},"required":["a"]}""", """{"properties":{"a":{"$ref":"#/properties/b"},"b":{"type":"integer"}},"required":["a"]}""")]
    public void What_may_be_left_out_is_not_required_and_what_has_no_type_is_text(string derived, string expected) =>
        OutputSchema.Of(JsonElement.Parse(derived)).GetRawText().ShouldBe(expected);
}
