using CsCheck;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Tests.Ingestion;

public sealed class DuplicateDetectorTests
{
    private const string Original =
        "Example Vision Ltd has raised US$600 million from Sample Holdings Inc. and other investors at a valuation of more than US$3 billion, becoming the largest start-up for artificial intelligence (AI) in the region. "
        + "The company, which specializes in systems that recognise faces in a crowd, said that it would hire four hundred engineers next year. It declined to say how much each investor had given.";

    private const string HouseStyle =
        "EXAMPLE Vision has raised $600 million from Sample Holdings and other investors at a valuation of more than $3 billion, becoming the largest startup for artificial intelligence in the region. "
        + "The company, which specialises in systems that recognise faces in a crowd, said that it would hire four hundred engineers next year.";

    private const string Excerpt =
        "Example Vision has raised $600 million from Sample Holdings and other investors at a valuation of more than $3 billion, becoming the largest startup for artificial intelligence in the region. "
        + "The firm turned profitable in spring and wants to open offices abroad.";

    private const string OwnWords =
        "The camera maker Example Vision is now worth over $3 billion after investors led by Sample Holdings put in another $600 million, the company said on Monday. "
        + "Critics worry about what its systems will be used for, and the city has asked for an inquiry.";

    [Theory]
    [InlineData(Original, HouseStyle, true)]
    [InlineData(Original, Excerpt, true)]
    [InlineData(HouseStyle, Excerpt, true)]
    [InlineData(Original, OwnWords, false)]
    [InlineData(Excerpt, OwnWords, false)]
    public void Copies_are_told_from_reports_on_the_same_event(string a, string b, bool expected)
    {
        DuplicateDetector.AreCopies(a, b).ShouldBe(expected);
        DuplicateDetector.AreCopies(b, a).ShouldBe(expected);
    }

    [Theory]
    [InlineData(Original, HouseStyle)]
    [InlineData(Original, Excerpt)]
    [InlineData(HouseStyle, Excerpt)]
    public void Copies_share_a_candidate_key(string a, string b) =>
        DuplicateDetector.CandidateKeys(a).Intersect(DuplicateDetector.CandidateKeys(b)).ShouldNotBeEmpty();

    [Fact]
    public void A_lead_within_a_long_article_is_found_and_is_a_copy() =>
        Article.Sample(article =>
        {
            string lead = string.Join(". ", article.Split(". ").Take(4)) + ".";
            return DuplicateDetector.AreCopies(lead, article)
                && DuplicateDetector.CandidateKeys(lead).Intersect(DuplicateDetector.CandidateKeys(article)).Any();
        }, iter: 200);

    [Fact]
    public void A_copy_with_a_few_words_changed_is_found() =>
        Gen.Select(Article, Gen.Int[0, 10_000]).Sample((article, at) =>
        {
            var words = article.Split(' ');
            words[at % words.Length] = "entirely";
            words[at * 7 % words.Length] = "different";
            string edited = string.Join(' ', words);
            return DuplicateDetector.AreCopies(article, edited) && DuplicateDetector.CandidateKeys(article).Intersect(DuplicateDetector.CandidateKeys(edited)).Any();
        }, iter: 200);

    [Fact]
    public void Unrelated_articles_are_no_copies() =>
        Gen.Select(Article, Article).Sample((a, b) => a == b || !DuplicateDetector.AreCopies(a, b), iter: 200);

    [Fact]
    public void A_newsletter_that_always_opens_alike_is_no_copy_of_itself()
    {
        const string Opening = "If your day does not start before you have seen the latest headlines, then let us introduce you to your favourite morning read, which comes with five things that you really need to know today. ";

        Gen.Select(Article, Article).Sample((a, b) => a == b || !DuplicateDetector.AreCopies(Opening + a, Opening + b), iter: 100);
    }

    [Fact]
    public void Boilerplate_makes_no_copies()
    {
        const string Appeal = " Sign up for our newsletter to get the latest on cameras, drones and everything that watches you to your inbox each and every morning of the week.";

        DuplicateDetector.AreCopies("The council bought cameras." + Appeal, "The mayor resigned on Monday." + Appeal).ShouldBeFalse();
        DuplicateDetector.CandidateKeys(Appeal).ShouldBeEmpty();
    }

    [Fact]
    public void A_signature_is_the_same_on_every_machine()
    {
        var signature = MinHashSignature.Of(Original);

        signature.Values[..3].ToArray().ShouldBe([75804632u, 7357808u, 36690003u]);
        signature.Bands().Count.ShouldBe(16);
        signature.Bands()[0].ShouldBe(8540959857694185792L);
    }

    private static readonly string[] s_words = [.. Enumerable.Range(0, 400).Select(i => "w" + (char)('a' + (i % 26)) + (char)('a' + (i / 26)) + "ing")];

    // 12 to 40 sentences of ten words each.
    private static readonly Gen<string> Article = Gen.Int[0, s_words.Length - 1].Array[10].Array[12, 40]
        .Select(sentences => string.Join(' ', sentences.Select(picks => "The " + string.Join(' ', picks.Select(pick => s_words[pick])) + ".")));
}
