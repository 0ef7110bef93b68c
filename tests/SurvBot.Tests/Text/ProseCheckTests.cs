using CsCheck;
using SurvBot.Corpus.Text;

namespace SurvBot.Tests.Text;

public sealed class ProseCheckTests
{
    [Theory]
    [InlineData("The council bought forty cameras last year.")]
    [InlineData("“It was never legal,” said Dana Smith, who sued the city.")]
    [InlineData("Example Group Ltd, Sample Technology Ltd and Specimen Ltd raised US$5 million.")]
    [InlineData("Getty Images sued the company over its training data.")]
    [InlineData("Is it legal?")]
    [InlineData("She declined.", false)]
    [InlineData("She declined an interview.")]
    [InlineData("It kills privacy.")]
    [InlineData("Meta denied the claims.")]
    [InlineData("Der Stadtrat kaufte im Mai vierzig Kameras.")]
    [InlineData("市议会去年买了四十个摄像头。")]
    [InlineData("The app asks users to share their contacts with the police.")]
    [InlineData("The newsletter industry fears that readers are being tracked.")]
    [InlineData("Officers share this data with federal agents.")]
    [InlineData("The privacy policy of the firm says that faces are kept for ten years.")]
    [InlineData("Editor's note: The company has since denied that it sold the data.")]
    public void Reporting_is_prose(string sentence, bool expected = true) => ProseCheck.IsProse(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("Sign up here.")]
    [InlineData("Share this story")]
    [InlineData("Editor’s Note: A version of this story appeared in our Cameras Weekly newsletter, sent out on Mondays.")]
    [InlineData("Image: SampleCam via YouTube")]
    [InlineData("Jo Example/Getty Images")]
    [InlineData("Jo Example/AFP/Getty Images People walk past a camera on Friday.")]
    [InlineData("Read more: Why the city bought cameras.")]
    [InlineData("More:City buys cameras, nobody was asked")]
    [InlineData("Love story:Why the band is back on stage this summer")]
    [InlineData("Advertisement")]
    [InlineData("We use cookies to improve your visit.")]
    [InlineData("Subscribe to the podcast wherever you listen.")]
    [InlineData("Related: Five facts about drones.")]
    [InlineData("CNN’s Jo Example contributed to this report.")]
    [InlineData("Jo Example and Kim Sample contributed.")]
    [InlineData("Contact Jo Example at jo@example.org or follow her on social media.")]
    [InlineData("— Jo Example")]
    [InlineData("Hong Kong (CNN) —")]
    [InlineData("Why the cameras could stay for good")]
    [InlineData("Home News Politics Business Tech Science Health Sports Travel Opinion Video Newsletters The council met.")]
    [InlineData("Group A Mexico South Korea Group B Canada Qatar")]
    [InlineData("var block = new Block(); block.id = \"x_1\"; block.atts = {\"limit\":5};")]
    [InlineData("Copyright 2023 Example Media.")]
    [InlineData("All rights reserved.")]
    public void What_stands_around_articles_is_not_prose(string sentence) => ProseCheck.IsProse(sentence).ShouldBeFalse();

    [Fact]
    public void Any_characters_get_an_answer() => Gen.String.Sample(text => ProseCheck.IsProse(text) || true);
}
