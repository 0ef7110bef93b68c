using SurvBot.Tests.Support;

namespace SurvBot.Tests.Checking;

public sealed class WordMeaningsTests
{
    private static readonly SomeDraft Words = SomeDraft.Over("The camera in Harwick hums.");

    [Fact]
    public async Task By_meaning_a_synonym_backs_what_stems_alone_do_not()
    {
        double byStems = (await Words.CheckAsync("The CCTV and cctv in Harwick hums.")).Coverage;
        double byMeaning = (await (Words with { Embedder = new WordVectorEmbedder() }).CheckAsync("The CCTV and cctv in Harwick hums.")).Coverage;
        (byStems, byMeaning).ShouldBe((0.5, 0.75), "a word with a capital is a name, which no synonym stands for");
    }

    [Fact]
    public async Task A_passage_is_read_once_for_all_sentences()
    {
        var passages = Words with { Embedder = new WordVectorEmbedder() };
        await passages.CheckAsync("The cctv in Harwick hums.");
        var tokens = passages.Passages[0].Tokens.ShouldNotBeNull();
        await passages.CheckAsync("The camera in Harwick hums.");
        passages.Passages[0].Tokens.ShouldBeSameAs(tokens);
    }

    [Fact]
    public async Task A_sentence_without_words_is_compared_with_nothing() =>
        (await (Words with { Embedder = new WordVectorEmbedder() }).CheckAsync("…")).Coverage.ShouldBe(0);
}
