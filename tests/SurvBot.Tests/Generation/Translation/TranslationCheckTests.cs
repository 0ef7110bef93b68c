using SurvBot.Answers.Generation;
using SurvBot.Answers.Generation.Translation;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Generation.Translation;

/// <summary>What a translation may not change.</summary>
public sealed class TranslationCheckTests
{
    [Theory]
    [InlineData("de", "Leeds bought 3,000 cameras from Orvex in March 2018.", "Leeds kaufte im März 2018 3,000 Kameras von Orvex.")]
    [InlineData("de", "Orvex paid $1.5 billion, according to Tilda Brandt.", "Orvex zahlte laut Tilda Brandt $1.5 Milliarden.")]
    [InlineData("de", "Tilda Brandt said Orvex paid $1.5 billion.", "Orvex zahlte laut Tilda Brandt $1.5 Milliarden.", "its names are in another order")]
    [InlineData("de", "According to Tilda Brandt, Orvex paid $1.5 billion.", "Laut Tilda Brandt zahlte Orvex $1.5 Milliarden.")]
    [InlineData("de", "The police of London did not use AI.", "Die Polizei von London nutzte keine KI.")]
    [InlineData("de", "Police in Germany bought three drones.", "Die Polizei in Deutschland kaufte drei Drohnen.")]
    [InlineData("fr", "The company allegedly sold cameras to China in May 2020.", "L'entreprise aurait vendu des caméras à la Chine en mai 2020.")]
    [InlineData("es", "The city said that 40% of the cameras were not used.", "La ciudad dijo que el 40% de las cámaras no se usaba.")]
    [InlineData("it", "The city of Harwick plans to buy 40 cameras.", "La città di Harwick prevede di comprare 40 telecamere.")]
    [InlineData("pt", "The city of Harwick never bought 40 cameras.", "A cidade de Harwick nunca comprou 40 câmaras.")]
    [InlineData("nl", "Orvex sold 12 million photos.", "Orvex verkocht 12 miljoen foto's.")]
    public void A_faithful_translation_is_told_or_stopped_for_a_reason(string language, string original, string translation, string? objection = null) => Objection(language, original, translation).ShouldBe(objection);

    [Theory]
    [InlineData("Leeds kaufte im März 2018 3,000 Kameras von Megvii.", "it lost orvex")]
    [InlineData("Orvex kaufte im März 2018 3,000 Kameras von Leeds.", "its names are in another order")]
    [InlineData("Leeds kaufte im März 2019 3,000 Kameras von Orvex.", "its figures are others")]
    [InlineData("Leeds kaufte im März 2018 3.000 Kameras von Orvex.", "its figures are others")]
    [InlineData("Leeds kaufte im März 2018 300 Kameras von Orvex.", "its figures are others")]
    [InlineData("Leeds kaufte 2018 3,000 Kameras von Orvex.", "it lost march")]
    [InlineData("Leeds kaufte im Mai 2018 3,000 Kameras von Orvex.", "it lost march")]
    [InlineData("Leeds kaufte im März 2018 keine 3,000 Kameras von Orvex.", "it added \"keine\"")]
    [InlineData("Leeds kaufte im März 2018 3,000 Kameras von Orvex für $5.", "its figures are others")]
    [InlineData("Leeds kaufte im März 2018 3,000 Millionen Kameras von Orvex.", "it added \"millionen\"")]
    [InlineData("Leeds kaufte im März 2018 3,000 Kameras von Orvex und iSentry.", "it added iSentry")]
    [InlineData("Leeds kaufte im März 2018 3,000 Kameras von Orvex, siehe www.orvex.example.", "it has what may not leave")]
    [InlineData("Leeds kaufte im März 2018 3,000 Kameras von Orvex [7].", "it has what may not leave")]
    [InlineData("Leeds kaufte im März 2018 3,000 Kameras von Orvex und freut sich sehr darüber, denn Kameras sind gut für alle, die etwas suchen, auch für Sie, liebe Leser.", "it is too long")]
    public void A_changed_fact_is_not(string translation, string objection) => Objection("de", "Leeds bought 3,000 cameras from Orvex in March 2018.", translation).ShouldBe(objection);

    [Theory]
    [InlineData("de", "Orvex allegedly sold 40 cameras.", "Orvex verkaufte 40 Kameras.", "it lost \"allegedly\"")]
    [InlineData("de", "The mayor said that Orvex sold 40 cameras.", "Orvex verkaufte dem Bürgermeister 40 Kameras.", "it lost \"said\"")]
    [InlineData("de", "Orvex plans to sell 40 cameras.", "Orvex verkauft 40 Kameras.", "it lost \"plans\"")]
    [InlineData("de", "Orvex did not sell cameras.", "Orvex verkaufte Kameras.", "it lost \"not\"")]
    [InlineData("fr", "Orvex sold 40 cameras.", "Orvex n'a pas vendu 40 caméras.", "it added \"n\"")]
    [InlineData("fr", "Orvex sold 40 cameras.", "Orvex et Megvii ont vendu 40 caméras.", "it added Megvii")]
    [InlineData("fr", "The city bought 40 cameras.", "Megvii a acheté 40 caméras.", "it added Megvii")]
    [InlineData("es", "Orvex paid $3 billion.", "Orvex pagó $3 millones.", "it added \"millones\"")]
    [InlineData("es", "Orvex sold twenty cameras.", "Orvex vendió cámaras.", "it has a word that cannot be compared")]
    public void Nor_is_one_that_says_more_or_less(string language, string original, string translation, string objection) => Objection(language, original, translation).ShouldBe(objection);

    private static string? Objection(string language, string original, string translation)
    {
        var article = Some.Article("a", original);
        return new TranslationCheck(TranslationRules.Of(language)!, "0123456789abcdef").Objection(new DraftSentence(original, [new Quotation(article, new TextSpan(0, original.Length))], 1) { IsWritten = true }, translation);
    }
}
