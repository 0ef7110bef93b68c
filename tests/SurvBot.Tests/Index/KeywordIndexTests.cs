using CsCheck;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Text;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Index;

public sealed class KeywordIndexTests
{
    private static readonly string[] AllTerms = [.. Terms.In("camera police usa 2000 3.5 face recognition Überwachung 人脸 city ban vendor drone court data").Distinct()];

    private static readonly Gen<string[]> Texts = Any.Words(0, 30).Select(words => "report " + words).Array[1, 5];

    // An article is added (its texts), or the so-manieth one removed (a number).
    private static readonly Gen<(string[]? Added, int Removed)> Step =
        Gen.Select(Gen.Int[0, 3], Texts, Gen.Int[0, 99], (kind, texts, which) => kind == 0 ? ((string[]?)null, which) : (texts, 0));

    [Fact]
    public void Scores_agree_with_FTS5_while_articles_come_and_go() => Step.Array[1, 25].Sample(steps =>
    {
        using var corpus = new ComparedCorpus();
        foreach (var (texts, which) in steps)
        {
            if (texts is null)
                corpus.Remove(which);
            else
                corpus.Add(texts);
        }
        corpus.ShouldAgree([.. AllTerms.Select(term => new WeightedTerm(term, 1)), new WeightedTerm("report", 0.5f), new WeightedTerm("nowhere", 1)]);
    }, iter: 100);

    [Fact]
    public void A_rare_term_counts_more_than_a_frequent_one_and_both_count()
    {
        using var corpus = new ComparedCorpus();
        corpus.Add(["cameras and police", "cameras"]);
        corpus.Add(["cameras"]);
        float[] idf = corpus.Idf(["camera", "polic", "nowhere"]);
        idf.ShouldBe([MathF.Log(1 + 0.5f / 3.5f), MathF.Log(1 + 2.5f / 1.5f), MathF.Log(1 + 3.5f / 0.5f)], 1e-5);
    }

    /// <summary>The same texts in the index and in FTS5, passages and whole articles side by side.</summary>
    private sealed class ComparedCorpus : IDisposable
    {
        private readonly KeywordIndex keywords = new();
        private readonly SlotTable slots = new();
        private readonly Fts5Table passages = new(), wholes = new();
        private readonly List<(Article Article, int Number, List<int> Slots)> live = [];

        public void Add(string[] texts)
        {
            var article = Some.Article($"n{slots.ArticleCount}");
            int number = slots.BeginArticle(article);
            var own = new List<int>();
            foreach (string text in texts)
            {
                passages.Add(slots.Count, text);
                own.Add(slots.Count);
                slots.AddSlot(number, null, keywords.Add(slots.Count, text));
            }
            wholes.Add(number, string.Join(' ', texts));
            live.Add((article, number, own));
        }

        public void Remove(int which)
        {
            if (live.Count < 2)
                return;
            var (article, number, own) = live[which % live.Count];
            live.RemoveAt(which % live.Count);
            slots.Remove(article.Id);
            wholes.Remove(number);
            own.ForEach(passages.Remove);
        }

        public float[] Idf(IEnumerable<string> terms) =>
            keywords.Score([.. terms.Select(term => new WeightedTerm(term, 1))], slots, new float[slots.Count], new float[slots.ArticleCount]);

        public void ShouldAgree(IReadOnlyList<WeightedTerm> terms)
        {
            var (slotScores, articleScores) = (new float[slots.Count], new float[slots.ArticleCount]);
            keywords.Score(terms, slots, slotScores, articleScores);
            ShouldBe(slotScores, Expected(passages, terms, slots.Count, slots.LiveSlots));
            ShouldBe(articleScores, Expected(wholes, terms, slots.ArticleCount, slots.LiveArticles));
        }

        public void Dispose()
        {
            passages.Dispose();
            wholes.Dispose();
        }

        private static double[] Expected(Fts5Table table, IReadOnlyList<WeightedTerm> terms, int rows, int liveRows)
        {
            var scores = new double[rows];
            foreach (var (term, weight) in terms)
            {
                var saturation = table.Saturation(term);
                double idf = Math.Log(1 + (liveRows - saturation.Count + 0.5) / (saturation.Count + 0.5));
                foreach (var (row, value) in saturation)
                    scores[row] += weight * idf * value;
            }
            return scores;
        }

        private static void ShouldBe(float[] scores, double[] expected)
        {
            for (int i = 0; i < scores.Length; i++)
                ((double)scores[i]).ShouldBe(expected[i], 1e-4);
        }
    }
}
