using SurvBot.Answers.Claims;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Claims;

public sealed class ClaimReaderTests
{
    private static readonly PartialDate Published = Some.Date("2019-05-20");

    [Theory]
    [InlineData("Lumora was valued at $3 billion.", SlotKind.Valuation)]
    [InlineData("The deal brings Lumora's valuation to about $3 billion.", SlotKind.Valuation)]
    [InlineData("Lumora may be worth as much as $3 billion.", SlotKind.Valuation)]
    [InlineData("Lumora received a round of funding worth $3 million.", SlotKind.Raised)]
    [InlineData("Lumora raised $3 million from Norvik Bank.", SlotKind.Raised)]
    [InlineData("Norvik Bank led a $3 million round in Lumora.", SlotKind.Raised)]
    [InlineData("Lumora was fined $3 million.", SlotKind.Penalty)]
    [InlineData("Lumora agreed to a settlement of $3 million.", SlotKind.Penalty)]
    [InlineData("The cameras of Lumora cost $3 million.", SlotKind.Price)]
    [InlineData("Lumora sold them to 40 police forces.", SlotKind.Count)]
    [InlineData("Lumora says 40 percent of drivers were recognised.", SlotKind.Share)]
    public void The_words_around_an_amount_tell_what_it_is(string sentence, SlotKind slot)
    {
        var claim = Only(sentence);
        claim.Slot.Kind.ShouldBe(slot);
        claim.Subjects.ShouldContain("Lumora");
    }

    [Fact]
    public void Each_amount_has_its_own_slot() =>
        Read("Lumora raised $6 million at a valuation of more than $30 million.").Select(claim => (claim.Slot.Kind, claim.Wording))
            .ShouldBe([(SlotKind.Raised, "$6 million"), (SlotKind.Valuation, "more than $30 million")]);

    [Theory]
    [InlineData("Quay put $6 million into Lumora at a valuation above $30 million.", SlotKind.Amount)]
    [InlineData("Lumora raised $60 million and announced another $6 million in May 2018, claiming a valuation above $30 million.", SlotKind.Raised)]
    public void A_cue_that_leads_to_another_amount_says_nothing_of_this_one(string sentence, SlotKind slot)
    {
        var claims = ClaimReader.Read(sentence, "", Some.Date("2018-05-20"));
        claims.Single(claim => claim.Value.Number == 6e6).Slot.Kind.ShouldBe(slot);
        claims.Single(claim => claim.Value.Number == 30e6).Slot.Kind.ShouldBe(SlotKind.Valuation);
    }

    [Fact]
    public void What_a_clause_says_is_said_of_those_in_it() =>
        Read("Ostrava Vision raised $5 million, while Lumora raised $6 million.").Select(claim => string.Join('+', claim.Subjects)).ShouldBe(["Ostrava Vision", "Lumora"]);

    [Fact]
    public void A_giver_is_not_the_one_who_gets() => Only("Lumora raised $6 million from Norvik.").Subjects.ShouldBe(["Lumora"]);

    [Fact]
    public void The_company_is_whom_the_text_spoke_of_before() =>
        ClaimReader.Read("The company is now worth about $3 billion.", "A round led by Norvik ended. Lumora makes cameras.", Published).ShouldHaveSingleItem().Subjects.ShouldBe(["Lumora"]);

    [Theory]
    [InlineData("Lumora is valued at $3 billion.", "2019-05-20", false)]
    [InlineData("In 2017, Lumora was valued at $3 billion.", "2017", true)]
    [InlineData("Lumora was valued at $3 billion in July.", "2018-07", true)]
    [InlineData("Having closed a round in April 2018, Lumora is now valued at $3 billion.", "2019-05-20", false)]
    public void The_moment_is_what_is_said_beside_the_amount(string sentence, string date, bool stated)
    {
        var moment = Only(sentence).Moment.ShouldNotBeNull();
        (moment.Date.ToString(), moment.IsStated).ShouldBe((date, stated));
    }

    [Fact]
    public void Without_any_date_there_is_no_moment() => ClaimReader.Read("Lumora is valued at $3 billion.", "", null).ShouldHaveSingleItem().Moment.ShouldBeNull();

    [Theory]
    [InlineData("Lumora is in talks to raise $6 million.", true)]
    [InlineData("Lumora raised $6 million.", false)]
    [InlineData("Lumora raised $6 million, and plans more.", false)]
    public void Plans_are_told_apart(string sentence, bool planned) => Only(sentence).IsPlanned.ShouldBe(planned);

    [Theory]
    [InlineData("Lumora is worth $3 billion, according to analyst firm Quill Data.", "Quill Data")]
    [InlineData("Quill Data says that Lumora is worth $3 billion.", "Quill Data")]
    [InlineData("Lumora is worth $3 billion, two people with knowledge of the matter said.", "two people with knowledge of the matter")]
    [InlineData("Lumora is worth $3 billion.", null)]
    public void Who_says_so(string sentence, string? who) => Read(sentence)[0].SaidBy.ShouldBe(who);

    [Theory]
    [InlineData("Lumora raised $6 million in its Series C round.", "series c")]
    [InlineData("Lumora raised $6 million in a second round of funding.", "second")]
    [InlineData("Lumora raised a further $6 million.", "further")]
    [InlineData("Lumora raised $6 million.", "")]
    public void Rounds_have_names(string sentence, string round) => Only(sentence).Round.ShouldBe(round);

    [Theory]
    [InlineData("The flood has killed 40 people in Norvik.", true)]
    [InlineData("At least 40 people in Norvik were hurt.", true)]
    [InlineData("Lumora will hire 40 guards.", true)]
    [InlineData("Police in Norvik reported 40 new cases.", true)]
    [InlineData("The flood killed 40 people in Norvik.", false)]
    [InlineData("Lumora hopes to raise $6 million.", false)]
    [InlineData("Lumora has raised $6 million so far.", false)]
    public void A_tally_is_told_from_what_is_once_and_for_all(string sentence, bool running) => Only(sentence).IsTally.ShouldBe(running);

    [Theory]
    [InlineData("Lumora paid $1,000 for each camera.", true)]
    [InlineData("Lumora pays the town $1,000 a month.", true)]
    [InlineData("Lumora pays $1,000 per camera.", true)]
    [InlineData("Lumora paid $1,000 for the cameras.", false)]
    [InlineData("Lumora paid $1,000, which pleased every clerk.", false)]
    public void What_is_of_each_is_no_sum(string sentence, bool each) => Only(sentence).IsEach.ShouldBe(each);

    [Fact]
    public void The_places_of_a_claim_are_those_of_its_whole_sentence() =>
        Only("In Ohio, the firm said, Lumora sold 40 cameras in the US.").Places.ShouldBe(["Ohio", "United States"], ignoreOrder: true);

    [Theory]
    [InlineData("Lumora saw the storm 690 miles southwest of Bermuda.", 0)]
    [InlineData("The winds at Norvik blew at 75 miles an hour.", 0)]
    [InlineData("Lumora paved 690 miles of road.", 1)]
    [InlineData("Lumora sold 40 cameras away from home.", 1)]
    public void A_distance_counts_nothing(string sentence, int claims) => Read(sentence).Count.ShouldBe(claims);

    [Theory]
    [InlineData("Lumora kept the photographs for 30 days.", SlotKind.Duration, "dai")]
    [InlineData("Lumora kept 30 photographs.", SlotKind.Count, "photograph")]
    [InlineData("Lumora gave the town $3 million.", SlotKind.Amount, "")]
    public void What_is_measured_or_counted_is_told_with_the_slot(string sentence, SlotKind kind, string of) => Only(sentence).Slot.ShouldBe(new Slot(kind, of));

    private static Claim Only(string sentence) => Read(sentence).ShouldHaveSingleItem();

    private static IReadOnlyList<Claim> Read(string sentence) => ClaimReader.Read(sentence, "", Published);
}
