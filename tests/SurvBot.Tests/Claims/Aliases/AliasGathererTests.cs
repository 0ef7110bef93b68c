using CsCheck;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Claims.Aliases;

public sealed class AliasGathererTests
{
    [Theory]
    [InlineData("The US Fair Market Office (FMO) sued.", "Fair Market Office|FMO")]
    [InlineData("It told the Department of Open Government (the “DOOG”) so.", "Department of Open Government|DOOG")]
    [InlineData("The Union for Rights-of-Way in the North (URWN) sued.", "Union for Rights-of-Way in the North|URWN")]
    [InlineData("Norvik’s Bureau of Roads & Trams (BRT) sued.", "Bureau of Roads & Trams|BRT")]
    [InlineData("The FMO (Fair Market Office) sued.", "Fair Market Office|FMO")]
    [InlineData("The Fair Market Office’s (FMO) view is known.", "Fair Market Office|FMO")]
    [InlineData("It bought Norvik Lumora Digital Technology (Lumora) in May.", "Norvik Lumora Digital Technology|Lumora")]
    public void A_parenthesis_that_fits_is_certain_at_once(string body, string found) => Gather(body).ShouldBe([found]);

    [Theory]
    [InlineData("Lumora Holdings (LMR) fell.")]
    [InlineData("Fair Market (FMO) sued.")]
    [InlineData("Fair Market Regional Office (FMO) sued.")]
    [InlineData("It is a Fair. Market Office (FMO) sued.")]
    [InlineData("a fair market office (FMO) sued.")]
    [InlineData("anti-Market Office (MO) sued.")]
    [InlineData("Ada Bergström (Lumora) said so.")]
    [InlineData("The Fair Market Oversight (FMO) Act passed.")]
    [InlineData("NORVIK (AP) – A start-up")]
    public void A_parenthesis_whose_letters_do_not_fit_is_left(string body) => Gather(body, body).ShouldBeEmpty();

    [Theory]
    [InlineData("Lumora, formerly Quillcam, sued.", "Lumora|Quillcam")]
    [InlineData("But Lumora (formerly known as the Quill Camera Works) sued.", "Lumora|Quill Camera Works")]
    [InlineData("Fair Lamps (FL) fell.", "Fair Lamps|FL")]
    [InlineData("It is Ada Bergström, also known as Bergie.", "Ada Bergström|Bergie")]
    [InlineData("He left Quillcam, now Lumora, in May.", "Lumora|Quillcam")]
    [InlineData("Towns and Quillcam, now called Lumora, sued.", "Lumora|Quillcam")]
    public void Another_name_is_certain_when_two_articles_give_it(string body, string found)
    {
        Gather(body).ShouldBeEmpty();
        Gather(body, body).ShouldBe([found]);
    }

    [Fact]
    public void Copies_are_one_voice()
    {
        var gatherer = new AliasGatherer();
        foreach (string name in (string[])["a", "b"])
            gatherer.Read(Some.Article(name, "Lumora, formerly Quillcam, sued.") with { IndependenceGroup = Some.Id("a") });
        gatherer.Certain([]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Ada Bergström, now President of Norvik, sued.")]
    [InlineData("And now I, formerly of Norvik, sue.")]
    [InlineData("The old land, now Norvik and Quay, sued.")]
    [InlineData("The firm, formerly Quillcam, sued.")]
    [InlineData("Lumora, formerly U.S. Lamps, sued.")]
    [InlineData("SenseTime, the Hong Kong start-up, sued.")]
    public void What_only_looks_like_another_name_is_left(string body) => Gather(body, body).ShouldBeEmpty();

    [Fact]
    public void Initials_that_stand_for_two_things_tell_neither() =>
        Gather("The Fair Market Office (FMO) sued.", "The Fire Marshals Overseas (FMO) came.").ShouldBeEmpty();

    [Fact]
    public void Spellings_of_one_name_are_one_group() =>
        Gather("The Fair Market Office (FMO) sued.", "The Fair Market Office (FMO) lost.", "The Fair Markets Office (FMO) sued.").ShouldBe(["Fair Market Office|FMO"]);

    [Fact]
    public void A_name_that_a_person_speaks_of_is_left_to_them()
    {
        var gatherer = new AliasGatherer();
        gatherer.Read(Some.Article("a", "The Fair Market Office (FMO) sued the Norvik Road Agency (NRA)."));
        Named(gatherer.Certain(AliasText.Parse("Fire Marshals Overseas\tFMO").Groups)).ShouldBe(["Norvik Road Agency|NRA"]);
    }

    [Theory]
    [InlineData("Fair Market\tOffice (FMO) sued.")]
    [InlineData("Fair Market\nOffice (FMO) sued.")]
    [InlineData("Fair Market\u001b[31m Office (FMO) sued.")]
    [InlineData("Lumora\u202E Kameras, formerly Quill\tcam, sued.")]
    [InlineData("Norvik Lumora Digital (Lumo\tra) sued.")]
    public void A_name_with_hidden_characters_is_none(string body) => Gather(body, body).ShouldBeEmpty();

    [Fact]
    public void Whatever_the_articles_hold_each_gathered_line_can_be_read_again() =>
        Any.Of("Fair", "Market", " ", " ", "Office", "(FMO)", " (", ")", ", formerly ", ", now ", "\t", "\n", "\0", "\u202E", "of", "the", "Ünlü", "海康", "’s", "-", "#", "&").Array[0, 40].Select(parts => string.Concat(parts)).Sample(body =>
        {
            var gathered = Certain(body, body);
            var read = AliasText.Parse(string.Concat(gathered.Select(group => $"{string.Join('\t', group.Names)}\n")));
            read.Faults.ShouldBeEmpty();
            read.Groups.Select(group => group.Names).ShouldBe(gathered.Select(group => group.Names));
        });

    [Fact]
    public void A_text_of_small_words_takes_no_time() =>
        Gather(string.Concat(Enumerable.Repeat($"{string.Concat(Enumerable.Repeat("of ", 60))}(OOOOOOOO) {string.Concat(Enumerable.Repeat("Aa ", 60))}, formerly ", 200))).ShouldBeEmpty();

    private static IEnumerable<string> Gather(params string[] bodies) => Named(Certain(bodies));

    private static IEnumerable<string> Named(IEnumerable<AliasGroup> groups) => groups.Select(group => string.Join('|', group.Names));

    private static IReadOnlyList<AliasGroup> Certain(params string[] bodies)
    {
        var gatherer = new AliasGatherer();
        foreach (var (index, body) in bodies.Index())
            gatherer.Read(Some.Article($"article-{index}", body));
        return gatherer.Certain([]);
    }
}
