namespace SurvBot.Corpus.Fetching;

/// <summary>What is to be fetched, and what is known of it already.</summary>
/// <param name="Address">An http or https address.</param>
/// <param name="Purpose">What it is expected to be.</param>
/// <param name="Known">What the server said of the copy that is here, so that it need not send it again.</param>
public sealed record FetchRequest(Uri Address, FetchPurpose Purpose, Validators? Known = null);

/// <summary>What a fetch is for: it decides how much is read and whether robots.txt is asked first.</summary>
public enum FetchPurpose
{
    /// <summary>A feed or a sitemap.</summary>
    Feed,

    /// <summary>An article's page or PDF.</summary>
    Article,

    /// <summary>A robots.txt, which nothing else can forbid.</summary>
    Robots,
}

/// <summary>What a server said to recognise a copy by.</summary>
/// <param name="ETag">As it came, quotes included.</param>
/// <param name="LastModified">As it came: some servers compare the characters.</param>
public sealed record Validators(string? ETag, string? LastModified)
{
    /// <summary>Nothing is known.</summary>
    public static Validators None { get; } = new(null, null);
}
