using SurvBot.Answers;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Retrieval;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Grounding;

public sealed class SupportCheckTests
{
    private static readonly SupportModel Model = Newsroom.Trusting with { AnswerThreshold = 0.5, FurtherThreshold = 0.7 };

    [Fact]
    public void The_best_sentence_needs_less_than_the_further_ones() => Check("Who?", [At(0.65), At(0.6)]).Sentences.Count.ShouldBe(1);

    [Fact]
    public void Further_sentences_come_while_they_are_good() => Check("Who?", [At(0.9), At(0.75), At(0.65)]).Sentences.Count.ShouldBe(2);

    [Fact]
    public void Weak_evidence_is_refused()
    {
        var verdict = Check("Who?", [At(0.4)]);
        verdict.Sentences.ShouldBeEmpty();
        verdict.Refusal.ShouldNotBeNullOrEmpty();
        Check("Who?", []).Refusal.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void The_reporting_of_a_missing_publisher_is_refused_by_its_name()
    {
        var verdict = Check("What does the article from Bloomberg say about Leeds?", [At(0.9)]);
        verdict.Sentences.ShouldBeEmpty();
        verdict.Refusal!.ShouldContain("Bloomberg");
    }

    [Theory]
    [InlineData("Bloomberg saw the contract. Leeds bought cameras.", "CNN")]
    [InlineData("The council met. Leeds bought cameras.", "Bloomberg Law")]
    public void A_missing_publisher_may_be_named_in_the_text_or_in_the_publisher(string body, string publisher) =>
        Check("What does the article from Bloomberg say about Leeds?", [Newsroom.Candidate(Newsroom.Draft("leeds", body, publisher: publisher), 1)]).Sentences.Count.ShouldBe(1);

    [Theory]
    [InlineData("Megvii reportedly sold cameras.", SentenceKind.Attributed)]
    [InlineData("According to Leeds it works.", SentenceKind.Attributed)]
    [InlineData("He allegedly sold cameras.", SentenceKind.Attributed)]
    [InlineData("Megvii says it works.", SentenceKind.Attributed)]
    [InlineData("Megvii sold cameras.", SentenceKind.Fact)]
    public void Who_says_so_makes_a_sentence_attributed(string sentence, SentenceKind kind) => SupportCheck.KindOf(sentence).ShouldBe(kind);

    [Fact]
    public void A_sentence_below_the_threshold_is_partly_supported()
    {
        new SupportCheck(Model).Grade(0.5).ShouldBe(SurvBot.Answers.Support.Supported);
        new SupportCheck(Model).Grade(0.49).ShouldBe(SurvBot.Answers.Support.Partly);
    }

    private static CandidateSentence At(double support) => Newsroom.Candidate(Newsroom.Draft("leeds", "Leeds bought cameras."), 0, support);

    private static SupportVerdict Check(string question, IReadOnlyList<CandidateSentence> candidates) =>
        new SupportCheck(Model).Check(new GroundingContext(QuestionReader.Read(new Question(question, Newsroom.Now), ["CNN"]), new RetrievalResult([], []), candidates));
}
