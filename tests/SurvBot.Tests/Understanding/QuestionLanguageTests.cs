using SurvBot.Answers.Understanding.Languages;

namespace SurvBot.Tests.Understanding;

public sealed class QuestionLanguageTests
{
    [Theory]
    [InlineData("How many cameras did Leeds buy?", "en")]
    [InlineData("cameras in Leeds", "en")]
    [InlineData("What did Le Monde and Die Zeit say about Los Angeles?", "en")]
    [InlineData("who founded 商汤科技?", "en")]
    [InlineData("Wie viele Kameras hat Leeds gekauft?", "de")]
    [InlineData("Was ist Viper?", "de")]
    [InlineData("und was ist mit Megvii?", "de")]
    [InlineData("Combien de caméras Leeds a-t-elle achetées ?", "fr")]
    [InlineData("Qui a financé SenseTime en 2018 ?", "fr")]
    [InlineData("¿Cuántas cámaras compró Leeds?", "es")]
    [InlineData("¿Quién financió a SenseTime y cuándo?", "es")]
    [InlineData("Quante telecamere ha comprato Leeds?", "it")]
    [InlineData("Quantas câmeras foram compradas em Leeds?", "pt")]
    [InlineData("Hoeveel camera's heeft Leeds gekocht?", "nl")]
    [InlineData("Wat is Viper?", "nl")]
    [InlineData("Ile kamer kupiło Leeds i dlaczego?", "pl")]
    [InlineData("Hur många kameror köpte Leeds?", "sv")]
    [InlineData("Кто финансировал SenseTime?", "ru")]
    [InlineData("Хто фінансував SenseTime?", "uk")]
    [InlineData("Clearview AI 在中国做了什么？", "zh")]
    [InlineData("誰がリーズのカメラを買いましたか", "ja")]
    [InlineData("리즈는 카메라를 몇 대 샀습니까?", "ko")]
    public void It_is_told_by_common_words_and_letters(string question, string language) => QuestionLanguage.Of(question).ShouldBe(language);

    [Theory]
    [InlineData("")]
    [InlineData("Clearview")]
    [InlineData("SenseTime Megvii")]
    [InlineData("El Paso Los Angeles cameras")]
    [InlineData("São Paulo metro cameras")]
    [InlineData("San José police drones")]
    public void Names_and_terms_could_be_of_any(string question) => QuestionLanguage.Of(question).ShouldBeNull();

    [Theory, InlineData("de-AT", "de"), InlineData("DE", "de"), InlineData("en", "en"), InlineData("tlh", null), InlineData("", null), InlineData(null, null)]
    public void Only_languages_that_SurvBot_can_say_a_sentence_in_are_answered_in(string? told, string? known) => LanguageNotices.Known(told).ShouldBe(known);
}
