using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Index;

/// <summary>The columns beside the postings: which article a slot belongs to, its length, whether it is still there.</summary>
internal sealed class SlotTable
{
    private readonly List<Slot> slots = [];
    private readonly List<IndexedArticle> articles = [];
    private readonly Dictionary<ArticleId, int> liveArticles = [];
    private long liveSlotLength;
    private long liveArticleLength;

    /// <summary>A passage (null for the title) of an article, in terms.</summary>
    private readonly record struct Slot(int Article, Passage? Passage, int Length);

    /// <summary>Number of slots ever added.</summary>
    public int Count => slots.Count;

    /// <summary>Number of articles ever added.</summary>
    public int ArticleCount => articles.Count;

    public int LiveSlots { get; private set; }

    public int LiveArticles => liveArticles.Count;

    /// <summary>In terms.</summary>
    public float AverageSlotLength => LiveSlots == 0 ? 1 : Math.Max(1, (float)liveSlotLength / LiveSlots);

    /// <summary>In terms.</summary>
    public float AverageArticleLength => LiveArticles == 0 ? 1 : Math.Max(1, (float)liveArticleLength / LiveArticles);

    /// <summary>Publishers of the live articles, each once.</summary>
    public IEnumerable<string> Publishers => liveArticles.Values.Select(i => articles[i].Publisher).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    public int BeginArticle(Article article)
    {
        articles.Add(new IndexedArticle(article.Id, article.Url, article.Title, article.Publisher, article.PublishedAt, article.UpdatedAt, article.RetrievedAt, article.IndependenceGroup, article.SourceKind, article.Revision));
        liveArticles[article.Id] = articles.Count - 1;
        return articles.Count - 1;
    }

    public void AddSlot(int article, Passage? passage, int length)
    {
        slots.Add(new Slot(article, passage, length));
        articles[article].Length += length;
        articles[article].Slots++;
        LiveSlots++;
        liveSlotLength += length;
        liveArticleLength += length;
    }

    public void Remove(ArticleId id)
    {
        if (!liveArticles.Remove(id, out int index))
            return;
        var article = articles[index];
        article.IsLive = false;
        LiveSlots -= article.Slots;
        liveSlotLength -= article.Length;
        liveArticleLength -= article.Length;
    }

    public bool IsLive(int slot) => articles[slots[slot].Article].IsLive;

    public int ArticleOf(int slot) => slots[slot].Article;

    public int LengthOf(int slot) => slots[slot].Length;

    public int ArticleLengthOf(int article) => articles[article].Length;

    public Passage? PassageOf(int slot) => slots[slot].Passage;

    public IndexedArticle Article(int article) => articles[article];

    /// <summary>The slot of each passage that can be found, by the passage's id.</summary>
    public Dictionary<long, int> LivePassages => Enumerable.Range(0, Count).Where(slot => PassageOf(slot) is not null && IsLive(slot)).ToDictionary(slot => PassageOf(slot)!.Id);
}

/// <summary>What the index keeps of an article, enough to filter and to rank it.</summary>
public sealed class IndexedArticle(ArticleId id, string url, string title, string? publisher, PartialDate? publishedAt, PartialDate? updatedAt, DateTimeOffset retrievedAt, ArticleId independenceGroup, SourceKind sourceKind, int revision)
{
    public ArticleId Id { get; } = id;
    public string Url { get; } = url;
    public string Title { get; } = title;
    public string? Publisher { get; } = publisher;
    public PartialDate? PublishedAt { get; } = publishedAt;
    public PartialDate? UpdatedAt { get; } = updatedAt;
    public DateTimeOffset RetrievedAt { get; } = retrievedAt;
    public ArticleId IndependenceGroup { get; } = independenceGroup;
    public SourceKind SourceKind { get; } = sourceKind;
    public int Revision { get; } = revision;

    internal bool IsLive { get; set; } = true;
    internal int Length { get; set; }
    internal int Slots { get; set; }
}
