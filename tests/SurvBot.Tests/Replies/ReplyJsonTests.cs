using System.Text.Json;
using CsCheck;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Architecture;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Replies;

public sealed class ReplyJsonTests
{
    private static readonly JsonSerializerOptions Indented = new(ReplyJson.Options) { WriteIndented = true };

    private static readonly Gen<string> Text = Gen.OneOf(Any.Words(0, 5), Gen.String, Gen.OneOf("", "\u202E", "\"", "</script>", "\u001b[31m", "kind"));
    private static readonly Gen<string?> MaybeText = Gen.Select(Text, Gen.Bool, (text, isThere) => isThere ? text : null);
    private static readonly Gen<int[]> Numbers = Gen.Int[1, 9].Array[0, 3];
    private static readonly Gen<Paragraph> Paragraphs = Gen.OneOf(Text.Select(ReplySpan.Of), Gen.Int[1, 9].Select(ReplySpan.Marker)).Array[0, 4].Select(spans => new Paragraph(spans));
    private static readonly Gen<SourceQuote> Quotes = Gen.Select(Text, Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99], (start, end) => new QuoteMark(start, end)).Array[0, 3], (text, marks) => new SourceQuote(text, marks));
    private static readonly Gen<Source> AnySource = Gen.Select(Gen.Int[1, 9], Text, MaybeText, Text, MaybeText, Gen.Bool, Quotes.Array[0, 2],
        (n, url, publisher, title, date, isBrief, quotes) => new Source(n, url, publisher, title, date, isBrief, quotes));
    private static readonly Gen<DisagreementPosition> Positions = Gen.Select(Text, MaybeText, Numbers, (value, asOf, citations) => new DisagreementPosition(value, asOf, citations));
    private static readonly Gen<ArticleLink> Links = Gen.Select(Text, MaybeText, Text, MaybeText, Gen.Bool, (url, publisher, title, date, isBrief) => new ArticleLink(url, publisher, title, date, isBrief));

    private static readonly Gen<ReplyBlock> Blocks = Gen.Recursive<ReplyBlock>((depth, inner) => Gen.OneOf<ReplyBlock>(
        Paragraphs.Select(block => (ReplyBlock)block),
        Paragraphs.Array[0, 3].Select(items => (ReplyBlock)new BulletList(items)),
        Gen.Select(Text, Positions.Array[0, 3], (slot, positions) => (ReplyBlock)new Disagreement(slot, positions)),
        Text.Select(text => (ReplyBlock)new Caveat(text)),
        Text.Array[0, 3].Select(parts => (ReplyBlock)new EvidenceStrip(parts)),
        AnySource.Array[0, 3].Select(items => (ReplyBlock)new Sources(items)),
        Links.Array[0, 3].Select(items => (ReplyBlock)new NearestArticles(items)),
        depth > 2 ? Gen.Const<ReplyBlock>(new More([])) : inner.Array[0, 3].Select(blocks => (ReplyBlock)new More(blocks)),
        Text.Array[0, 3].Select(questions => (ReplyBlock)new FollowUps(questions)),
        Gen.Enum<FeedbackVerdict>().Array[0, 4].Select(verdicts => (ReplyBlock)new FeedbackRequest(verdicts)),
        Text.Select(text => (ReplyBlock)new Progress(text))));

    [Fact]
    public void Every_kind_of_block_in_the_words_of_the_contract() =>
        JsonSerializer.Serialize(new Reply("r1", SomeReply.EveryKind()), Indented).ShouldMatchApproved(options => options.SubFolder("Approved"));

    [Fact]
    public void Every_kind_of_block_has_a_name() =>
        SomeReply.EveryKind().Select(block => JsonSerializer.SerializeToElement(block, ReplyJson.Options).EnumerateObject().First()).Select(first => (first.Name, first.Value.GetString()))
            .ShouldBe(Code.ReplyBlocks.Select(type => ("kind", (string?)JsonNamingPolicy.CamelCase.ConvertName(type.Name))), ignoreOrder: true);

    [Fact]
    public void A_span_is_words_or_a_number()
    {
        JsonSerializer.Serialize(ReplySpan.Of("It said “no”. "), ReplyJson.Options).ShouldBe("""{"text":"It said “no”. "}""");
        JsonSerializer.Serialize(ReplySpan.Marker(2), ReplyJson.Options).ShouldBe("""{"citation":2}""");
    }

    [Fact]
    public void Whatever_is_written_is_read_back() =>
        Gen.Select(Text, Blocks.Array[0, 5]).Sample((id, blocks) =>
        {
            string json = Json(new Reply(id, blocks));
            var read = JsonSerializer.Deserialize<Reply>(json, ReplyJson.Options)!;
            Json(read).ShouldBe(json);
            read.Blocks.Select(block => block.GetType()).ShouldBe(blocks.Select(block => block.GetType()));
            json.ShouldNotContain(":null");
        });

    [Fact]
    public void A_database_may_reorder_it() =>
        JsonSerializer.Deserialize<Reply>("""{"blocks":[{"text":"Old.","kind":"caveat"}],"id":"r1"}""", ReplyJson.Options)!.Blocks.ShouldBe([new Caveat("Old.")]);

    [Fact]
    public void A_kind_that_nobody_knows_is_an_error() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Reply>("""{"id":"r1","blocks":[{"kind":"video"}]}""", ReplyJson.Options));

    private static string Json(Reply reply) => JsonSerializer.Serialize(reply, ReplyJson.Options);
}
