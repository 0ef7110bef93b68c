using SurvBot.Answers;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Text;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Grounding;

public sealed class AnswerFinderTests
{
    [Theory]
    [InlineData("How many cameras are there?", "There are 2,000 cameras.", "There are cameras.")]
    [InlineData("How many cameras are there?", "There are two million of them.", "There are many of them.")]
    [InlineData("How many of the 500 cameras failed?", "Of 500 cameras 20 failed.", "The 500 cameras failed.")]
    [InlineData("How much did it cost?", "It cost $5 million.", "It cost a lot.")]
    [InlineData("How much did it cost?", "It cost 300 euros.", "It cost 300 people their jobs.")]
    [InlineData("How much did it cost?", "It was free.", "It was theirs.")]
    [InlineData("How long is it kept?", "It is kept for 30 days.", "It is kept on 30 disks.")]
    [InlineData("How long is it kept?", "It is kept indefinitely.", "It is kept safely.")]
    [InlineData("When was it banned?", "It was banned in 2018.", "It was banned by 2,018 voters.")]
    [InlineData("When was it banned?", "It was banned last week.", "It was banned at last.")]
    [InlineData("When was it banned?", "It was banned two years ago.", "It was banned for good.")]
    [InlineData("Who founded Clearview?", "It was founded by Kate Smith.", "It was founded by a student.")]
    [InlineData("Who founded Clearview?", "Smith and Clearview parted.", "They and Clearview parted.")]
    [InlineData("Where is Megvii based?", "Megvii is based in Beijing.", "Megvii is based there.")]
    [InlineData("What did Smith say about it?", "“It works,” Smith told us.", "It works for Smith.")]
    public void A_sentence_needs_something_of_the_kind_that_is_asked_for(string question, string answer, string other)
    {
        AnswerFinder.Has(answer, Read(question)).ShouldBe(true);
        AnswerFinder.Has(other, Read(question)).ShouldBe(false);
    }

    [Theory]
    [InlineData("Why was it banned?")]
    [InlineData("What is Viper?")]
    [InlineData("Is it legal?")]
    [InlineData("Tell me about it.")]
    public void Other_kinds_want_nothing_in_particular(string question) => AnswerFinder.Has("It was.", Read(question)).ShouldBeNull();

    [Fact]
    public void A_counted_noun_stands_beside_its_number()
    {
        HeadFits("The city has 2,000 new cameras.").ShouldBe(1);
        HeadFits("The cameras of the city were watched around the clock by 2,000 officers.").ShouldBeInRange(0.1f, 0.9f);
        HeadFits("The city has 2,000 officers.").ShouldBe(0);

        static float HeadFits(string sentence) => AnswerFinder.HeadFits(sentence, AnswerKind.Number, "camera", TermSet.Of(sentence));
    }

    [Fact]
    public void The_words_around_the_figure_count()
    {
        const string far = "Leeds has cameras, which the people who live there have always found to be a strange and useless thing to spend on, while 12 drones fly.";
        Closeness("Leeds has 12 cameras.").ShouldBe(1);
        Closeness(far).ShouldBeLessThan(1);
        Closeness("Leeds has cameras.").ShouldBe(0);

        static float Closeness(string sentence) => AnswerFinder.Closeness(sentence, AnswerKind.Number, [.. Terms.In("Leeds cameras").Select(term => (term, 1f))]);
    }

    private static ReadQuestion Read(string text) => QuestionReader.Read(new Question(text, Newsroom.Now), []);
}
