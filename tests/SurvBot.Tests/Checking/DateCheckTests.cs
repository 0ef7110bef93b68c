using SurvBot.Answers.Checking;

namespace SurvBot.Tests.Checking;

public sealed class DateCheckTests
{
    private static readonly SomeDraft Rollout = SomeDraft.Over("Harwick switched on its first cameras on 4 April 2021. The council had ordered the drones in March 2020. Residents will vote on the masts from 1 July.");

    [Theory]
    [InlineData("Harwick switched on its first cameras on April 4, 2021.")]
    [InlineData("Harwick switched on its first cameras in April 2021.")]
    [InlineData("Harwick switched on its first cameras in 2021.")]
    [InlineData("The council ordered the drones in March 2020.")]
    [InlineData("Residents will vote on the masts from 1 July 2024.")]
    [InlineData("Residents will vote on the masts from 1 July.")]
    public Task A_date_may_be_written_otherwise_and_coarser(string sentence) => Rollout.ShouldBackAsync(sentence);

    [Theory]
    [InlineData("Harwick switched on its first cameras on 5 April 2021.", "5 April 2021")]
    [InlineData("Harwick switched on its first cameras in June 2021.", "June 2021")]
    [InlineData("Harwick switched on its first cameras in 2019.", "2019")]
    [InlineData("The council ordered the drones on 12 March 2020.", "12 March 2020")]
    [InlineData("Residents will vote on the masts from 1 August 2024.", "from 1 August 2024")]
    public async Task Another_or_a_finer_date_is_stopped_and_named(string sentence, string what)
    {
        var objection = (await Rollout.CheckAsync(sentence)).Objection.ShouldNotBeNull();
        objection.Kind.ShouldBe(ObjectionKind.Date);
        objection.What.ShouldBe(what);
    }

    [Fact]
    public Task A_date_that_belongs_to_something_else_is_stopped() =>
        SomeDraft.Over("Harwick council bought the patrol drones from Lumora in March 2020. Port Sella council bought the street scanners from Orvex in June 2022.")
            .ShouldStopAsync("Harwick council bought the patrol drones from Lumora in June 2022.", ObjectionKind.Date);

    [Fact]
    public async Task What_is_told_without_a_date_is_of_the_month_of_its_publication()
    {
        var fine = SomeDraft.Over("Lumora paid the fine for its street scanners.");
        await fine.ShouldBackAsync("Lumora paid the fine for its street scanners in March 2024.");
        await fine.ShouldStopAsync("Lumora paid the fine for its street scanners in April 2023.", ObjectionKind.Date);
    }

    [Fact]
    public Task Without_a_date_of_publication_nothing_is_of_it() =>
        new SomeDraft([SomeDraft.Passage(1, "Lumora paid the fine for its street scanners.", published: null)]).ShouldStopAsync("Lumora paid the fine for its street scanners in March 2024.", ObjectionKind.Date);
}
