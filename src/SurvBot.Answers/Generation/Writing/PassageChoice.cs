using SurvBot.Answers.Checking;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>Chooses what a model reads: the passages of the sentences that may answer, best first, within a budget.</summary>
internal static class PassageChoice
{
    // Characters to a token: English has about four; figures and names have fewer.
    private const int CharactersPerToken = 3;

    // Beyond that a model overlooks what stands in the middle, and a source that floods the corpus fills the sheet.
    private const int MostPassages = 8, MostOfOneArticle = 3;

    /// <summary>At least one, where there is one.</summary>
    public static IReadOnlyList<NumberedPassage> Of(GroundingContext context, Draft quotes, int mostTokens)
    {
        var quoted = quotes.Sentences.SelectMany(sentence => sentence.Quotations);
        var first = quoted.Select(quotation => context.Retrieval.Passages.FirstOrDefault(passage => Has(passage, quotation))).OfType<RetrievedPassage>();
        var chosen = new List<NumberedPassage>();
        int left = mostTokens * CharactersPerToken;
        foreach (var passage in first.Concat(context.Candidates.Select(candidate => candidate.Passage)).DistinctBy(passage => passage.Passage.Id))
        {
            bool isFull = chosen.Count >= MostPassages || (chosen.Count > 0 && passage.Text.Length > left);
            if (isFull || chosen.Count(other => other.Article.IndependenceGroup == passage.Article.IndependenceGroup) >= MostOfOneArticle)
                continue;
            chosen.Add(NumberedPassage.Of(chosen.Count + 1, passage.Article, new TextSpan(passage.Passage.Start, passage.Passage.End)));
            left -= passage.Text.Length;
        }
        return chosen;
    }

    /// <summary>How many tokens a prompt over them takes at most.</summary>
    public static long TokensOf(IReadOnlyList<NumberedPassage> passages, string question) => (PassageSheet.Of(passages).Length + question.Length) / 2 + 700;

    private static bool Has(RetrievedPassage passage, Quotation quotation) =>
        passage.Article.Id == quotation.Article.Id && passage.Passage.Start <= quotation.Span.Start && quotation.Span.End <= passage.Passage.End;
}
