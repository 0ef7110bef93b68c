using System.Buffers;
using SurvBot.Corpus.Text;

namespace SurvBot.Corpus.Index;

/// <summary>
/// BM25 over slots (one for an article's title, one for each of its passages) and, from the same postings, over whole articles.
/// Lengths are exact; document frequencies count live slots only.
/// </summary>
/// <remarks>S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; k1 and b are its usual values.</remarks>
internal sealed class KeywordIndex
{
    private const float K1 = 1.2f, B = 0.75f;

    private readonly Dictionary<string, PostingList> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PostingList>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public KeywordIndex() => lookup = lists.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every term that ever occurred.</summary>
    public IReadOnlyCollection<string> Vocabulary => lists.Keys;

    /// <summary>Indexes one text under a slot higher than all before; returns its length in terms.</summary>
    public int Add(int slot, ReadOnlySpan<char> text)
    {
        int length = 0;
        var words = new Tokenizer(text);
        while (words.MoveNext())
        {
            var term = Terms.Of(words.Word);
            if (term.IsEmpty)
                continue;
            if (!lookup.TryGetValue(term, out var list))
                lookup[term] = list = new PostingList();
            list.Add(slot);
            length++;
        }
        return length;
    }

    /// <summary>In how many live slots the term occurs.</summary>
    public int Count(string term, SlotTable slots)
    {
        if (!lists.TryGetValue(term, out var list))
            return 0;
        return slots.LiveSlots == slots.Count ? list.Count : CountLive(list, slots);
    }

    /// <summary>Adds each term's BM25 contribution to the slots and articles it occurs in. The spans hold a score a slot and a score an article.</summary>
    /// <returns>The inverse document frequency of each term over live slots, in the terms' order.</returns>
    public float[] Score(IReadOnlyList<WeightedTerm> terms, SlotTable slots, Span<float> slotScores, Span<float> articleScores)
    {
        var idf = new float[terms.Count];
        for (int i = 0; i < terms.Count; i++)
            if (lists.TryGetValue(terms[i].Term, out var list))
                idf[i] = ScoreTerm(list, terms[i].Weight, slots, slotScores, articleScores);
            else
                idf[i] = Idf(slots.LiveSlots, 0);
        return idf;
    }

    private static float ScoreTerm(PostingList list, float weight, SlotTable table, Span<float> slotScores, Span<float> articleScores)
    {
        int[] slots = ArrayPool<int>.Shared.Rent(list.Count), counts = ArrayPool<int>.Shared.Rent(list.Count);
        try
        {
            list.Read(slots, counts);
            int live = KeepLive(slots, counts, list.Count, table);
            float idf = Idf(table.LiveSlots, live);
            int articles = CountArticles(slots.AsSpan(0, live), table);
            float articleIdf = Idf(table.LiveArticles, articles);
            for (int i = 0; i < live;)
            {
                int article = table.ArticleOf(slots[i]), inArticle = 0;
                for (; i < live && table.ArticleOf(slots[i]) == article; i++)
                {
                    slotScores[slots[i]] += weight * idf * Saturate(counts[i], table.LengthOf(slots[i]), table.AverageSlotLength);
                    inArticle += counts[i];
                }
                articleScores[article] += weight * articleIdf * Saturate(inArticle, table.ArticleLengthOf(article), table.AverageArticleLength);
            }
            return idf;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(slots);
            ArrayPool<int>.Shared.Return(counts);
        }
    }

    private static int CountLive(PostingList list, SlotTable table)
    {
        int[] slots = ArrayPool<int>.Shared.Rent(list.Count), counts = ArrayPool<int>.Shared.Rent(list.Count);
        try
        {
            list.Read(slots, counts);
            return KeepLive(slots, counts, list.Count, table);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(slots);
            ArrayPool<int>.Shared.Return(counts);
        }
    }

    private static int KeepLive(int[] slots, int[] counts, int count, SlotTable table)
    {
        int live = 0;
        for (int i = 0; i < count; i++)
            if (table.IsLive(slots[i]))
                (slots[live], counts[live++]) = (slots[i], counts[i]);
        return live;
    }

    private static int CountArticles(ReadOnlySpan<int> slots, SlotTable table)
    {
        int articles = 0, last = -1;
        foreach (int slot in slots)
            if (table.ArticleOf(slot) is var article && article != last)
                (articles, last) = (articles + 1, article);
        return articles;
    }

    private static float Idf(int documents, int having) => MathF.Log(1 + (documents - having + 0.5f) / (having + 0.5f));

    private static float Saturate(int count, int length, float averageLength) => count * (K1 + 1) / (count + K1 * (1 - B + B * length / averageLength));
}
