namespace SurvBot.Corpus.Feeds.Xml;

/// <summary>Which names and characters XML allows.</summary>
internal static class XmlNames
{
    public static bool CanBegin(char c) => char.IsAsciiLetter(c) || c == '_' || c > '\u00bf' && char.IsLetter(c);

    public static bool CanContinue(char c) => CanBegin(c) || char.IsAsciiDigit(c) || c is '-' or '.' or ':';

    /// <summary>Splits "dc:creator" into prefix ("" where there is none) and local name; false for what is no name in namespaces.</summary>
    public static bool TrySplit(string name, out string prefix, out string local)
    {
        int colon = name.IndexOf(':');
        (prefix, local) = colon < 0 ? ("", name) : (name[..colon], name[(colon + 1)..]);
        return local.Length > 0 && CanBegin(local[0]) && !local.Contains(':') && (colon < 0 || prefix.Length > 0 && CanBegin(prefix[0]));
    }

    /// <summary>Whether XML 1.0 allows the character; halves of a surrogate pair are looked at by whoever sees both.</summary>
    public static bool IsAllowed(char c) => c is '\t' or '\n' or '\r' || c is >= ' ' and < '\ufffe' && !char.IsSurrogate(c);
}
