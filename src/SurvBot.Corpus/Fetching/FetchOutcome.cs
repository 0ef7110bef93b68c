namespace SurvBot.Corpus.Fetching;

/// <summary>What became of a fetch: <see cref="Fetched"/>, <see cref="NotModified"/> or <see cref="FetchFailure"/>; it is never an exception.</summary>
public abstract record FetchOutcome;

/// <summary>A body came, whole.</summary>
/// <param name="Body">Decompressed bytes.</param>
/// <param name="Address">Where they came from in the end.</param>
public sealed record Fetched(byte[] Body, Uri Address) : FetchOutcome
{
    /// <summary>As the server says, in lower case and without parameters: "text/html".</summary>
    public string? MediaType { get; init; }

    /// <summary>The character set as the server says.</summary>
    public string? Charset { get; init; }

    /// <summary>Whether the way there was by permanent redirects only, so that the new address can be kept.</summary>
    public bool MovedPermanently { get; init; }

    public Validators Validators { get; init; } = Validators.None;

    /// <summary>How long the server holds it for current.</summary>
    public TimeSpan? FreshFor { get; init; }
}

/// <summary>The copy that is here is still the newest.</summary>
/// <param name="FreshFor">How long the server holds it for current.</param>
public sealed record NotModified(TimeSpan? FreshFor) : FetchOutcome;

/// <summary>Nothing came that could be used.</summary>
/// <param name="Reason">Why, in plain English; one line without a full stop.</param>
public sealed record FetchFailure(string Reason) : FetchOutcome
{
    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it will not come back (404, 410).</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether its publisher or this program's own rules forbid it: trying again does not help.</summary>
    public bool IsRefused { get; init; }
}
