using SurvBot.Answers.Checking;

namespace SurvBot.Tests.Checking;

public sealed class HedgeCheckTests
{
    [Theory]
    [InlineData("Lumora allegedly copied faces from school yearbooks.", "Lumora copied faces from school yearbooks.", "allegedly")]
    [InlineData("Lumora is alleged to have copied faces from school yearbooks.", "Lumora copied faces from school yearbooks.", "alleged")]
    [InlineData("Orvex is accused of selling plates to insurers.", "Orvex sold plates to insurers.", "accused")]
    [InlineData("Harwick plans to install 40 street scanners.", "Harwick installed 40 street scanners.", "plans")]
    [InlineData("Harwick may install 40 street scanners.", "Harwick installed 40 street scanners.", "may")]
    [InlineData("The scanners misread plates at night, Orvex engineers said.", "The scanners misread plates at night.", "said")]
    [InlineData("According to Norvik, street scanners stop burglars.", "Street scanners stop burglars.", "According to")]
    public Task What_is_alleged_planned_or_said_is_no_plain_fact(string passage, string lie, string hedge) =>
        SomeDraft.Over(passage).ShouldStopAsync(lie, new Objection(ObjectionKind.Hedge, hedge));

    [Theory]
    [InlineData("Lumora allegedly copied faces from school yearbooks.", "Lumora reportedly copied faces from school yearbooks.")]
    [InlineData("Harwick plans to install 40 street scanners.", "Harwick will install 40 street scanners.")]
    [InlineData("The scanners misread plates at night, Orvex engineers said.", "Orvex engineers told that the scanners misread plates at night.")]
    [InlineData("Lumora said it had closed its office in Harwick.", "Lumora closed its office in Harwick.")]
    public Task Another_hedge_of_the_kind_keeps_it_and_nobody_doubts_an_act_of_ones_own(string passage, string sentence) => SomeDraft.Over(passage).ShouldBackAsync(sentence);
}
