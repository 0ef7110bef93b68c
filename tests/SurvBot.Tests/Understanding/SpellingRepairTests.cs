using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Understanding;

public sealed class SpellingRepairTests
{
    [Fact]
    public void A_mistyped_word_becomes_the_one_that_stands_in_the_best_passage() =>
        Repair("Who leads RetalNext, the store traking firm?", ("retailnext", "retalnext"), ("track", "trake"), ("store", "store"))
            .ShouldBe("Who leads RetailNext, the store tracking firm?");

    [Fact]
    public void Of_several_forms_of_the_word_the_likest_is_taken() =>
        Repair("Who sels tols for shops?", ("sell", "sel"), ("tool", "tol")).ShouldBe("Who sells tools for shops?");

    [Fact]
    public void A_word_that_stands_nowhere_in_what_was_found_stays() => Repair("Who sells Vipor?", ("viper", "vipor")).ShouldBe("Who sells Vipor?");

    [Fact]
    public void A_rightly_spelled_question_stays_as_it_is() => Repair("Who leads RetailNext?", ("lead", "lead"), ("retailnext", "retailnext")).ShouldBe("Who leads RetailNext?");

    private static string Repair(string question, params (string Term, string Asked)[] terms)
    {
        var article = Some.Article("a", "Shops like it: RetailNext\u2019s seller sells a tracking tool. Tools sell well; its tools last.");
        var passage = new Passage(1, article.Id, 0, 0, article.Body.Length);
        return SpellingRepair.Repair(question, new RetrievalResult([new RetrievedPassage(article, passage, new PassageScores(1, 1, 1, 1, 1, 1))], [.. terms.Select(term => new QueryTerm(term.Term, term.Asked, 1))]));
    }
}
