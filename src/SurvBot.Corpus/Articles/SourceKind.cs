namespace SurvBot.Corpus.Articles;

/// <summary>Who is speaking in an article, so that a reader can weigh it.</summary>
public enum SourceKind
{
    Independent,
    Wire,
    Vendor,
    Official,
    Court,
    Ngo,
    Academic,
    StateMedia,

    /// <summary>This project's own summary of somebody's article; never presented as the publisher's words.</summary>
    Brief,
}
