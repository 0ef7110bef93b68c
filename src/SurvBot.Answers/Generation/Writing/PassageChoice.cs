using SurvBot.Answers.Checking;
using SurvBot.Answers.Generation.Prompts;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>Chooses what a model reads: the passages of the sentences that may answer, best first, within a budget.</summary>
internal static class PassageChoice
{
    // Beyond that a model overlooks what stands in the middle, and a source that floods the corpus fills the sheet.
    private const int MostPassages = 8, MostOfOneArticle = 3;

    /// <summary>At least one, where there is one.</summary>
    public static IReadOnlyList<NumberedPassage> Of(GroundingContext context, Draft quotes, int mostTokens)
    {
        var quoted = quotes.Sentences.SelectMany(sentence => sentence.Quotations);
        var first = quoted.Select(quotation => context.Retrieval.Passages.FirstOrDefault(passage => Has(passage, quotation))).OfType<RetrievedPassage>();
        var chosen = new List<NumberedPassage>();
        int left = mostTokens;
        foreach (var passage in first.Concat(context.Candidates.Select(candidate => candidate.Passage)).DistinctBy(passage => passage.Passage.Id))
        {
            if (chosen.Count >= MostPassages)
                break;
            if (chosen.Count(other => other.Article.IndependenceGroup == passage.Article.IndependenceGroup) >= MostOfOneArticle)
                continue;
            var numbered = NumberedPassage.Of(chosen.Count + 1, passage.Article, new TextSpan(passage.Passage.Start, passage.Passage.End));
            int tokens = PromptTokens.Of(PassageSheet.Of([numbered]));
            if (chosen.Count > 0 && tokens > left)
                continue;
            chosen.Add(numbered);
            left -= tokens;
        }
        return chosen;
    }

    private static bool Has(RetrievedPassage passage, Quotation quotation) =>
        passage.Article.Id == quotation.Article.Id && passage.Passage.Start <= quotation.Span.Start && quotation.Span.End <= passage.Passage.End;
}
