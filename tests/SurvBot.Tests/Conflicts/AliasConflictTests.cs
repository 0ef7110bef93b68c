using SurvBot.Answers;
using SurvBot.Answers.Claims;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Conflicts;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Conflicts;

public sealed class AliasConflictTests
{
    private static readonly ArticleDraft Low = Newsroom.Draft("low", "Lumora raised $60 million at a valuation of more than $300 million. It makes cameras for towns.", "2021-05-18", "Norvik Times");
    private static readonly ArticleDraft Named = Newsroom.Draft("high", "A new round of funding gives Quillcam a total valuation of more than $450 million, according to analyst firm Pen Data. Towns like what Lumora makes.", "2021-05-20", "Quay Post");
    private static readonly ArticleDraft Described = Newsroom.Draft("high", "A new round of funding gives the Norvik start-up a total valuation of more than $450 million, according to analyst firm Pen Data. Towns like what Lumora makes.", "2021-05-20", "Quay Post");

    [Fact]
    public async Task Two_names_of_one_company_contradict_each_other_when_the_file_says_so()
    {
        (await AskAsync("", Low, Named)).Conflicts.ShouldBeEmpty();
        (await AskAsync("Lumora\tQuillcam", Low, Named)).Conflicts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_description_speaks_of_whom_the_file_says()
    {
        (await AskAsync("", Low, Described)).Conflicts.ShouldBeEmpty();
        (await AskAsync("Lumora\tthe Norvik start-up", Low, Described)).Conflicts.ShouldHaveSingleItem();
    }

    [Fact]
    public void Claims_of_two_names_are_of_one_thing_by_the_file()
    {
        var one = ClaimReader.Read("Lumora is valued at $3 billion.", "", Some.Date("2021-05-20"), AliasBook.Empty).ShouldHaveSingleItem();
        var other = ClaimReader.Read("Quillcam is valued at $5 billion.", "", Some.Date("2021-05-20"), AliasBook.Empty).ShouldHaveSingleItem();

        ClaimComparison.Compare(one, other).ShouldBe(ClaimRelation.Unrelated);
        ClaimComparison.Compare(one, other, new AliasBook(AliasText.Parse("Lumora\tQuillcam").Groups)).ShouldBe(ClaimRelation.Conflict);
    }

    private static async Task<Answer> AskAsync(string aliases, params ArticleDraft[] articles)
    {
        using var newsroom = await Newsroom.OpenAsync(articles, aliases: new AliasBook(AliasText.Parse(aliases).Groups));
        return await newsroom.AskAsync("How much is Lumora worth?");
    }
}
