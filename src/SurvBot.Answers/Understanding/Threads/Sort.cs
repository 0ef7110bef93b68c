namespace SurvBot.Answers.Understanding.Threads;

/// <summary>What kind of thing words name: a follow-up replaces like by like.</summary>
internal enum Sort
{
    /// <summary>A name whose form tells nothing more: mostly a company or a product.</summary>
    Name,

    /// <summary>FTC, ICE, ACLU: mostly a public body.</summary>
    Acronym,

    /// <summary>A given name before another, or two plain words that look like it.</summary>
    Person,

    Place,
    Technology,

    /// <summary>Schools, airports: where something is used.</summary>
    Venue,

    /// <summary>Police, retailers: who uses it.</summary>
    User,

    /// <summary>Cities, states: who rules over it.</summary>
    Polity,

    /// <summary>Children, workers: whom it is used on.</summary>
    People,
}
