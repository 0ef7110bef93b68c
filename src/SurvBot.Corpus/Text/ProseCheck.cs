using System.Buffers;

namespace SurvBot.Corpus.Text;

/// <summary>Tells a sentence worth quoting from what surrounds articles: navigation, appeals to the reader, credits, by-lines, headings, tables.</summary>
/// <remarks>It masks and never edits. Apart from the appeals, which are English, it judges by shape, so that other languages pass.</remarks>
public static class ProseCheck
{
    private const int MinWords = 3;

    // Up to here a sentence must show a verb; longer ones may carry one that is not known.
    private const int ShortWords = 5;

    // Text without a final stop is a heading or caption unless it is this long.
    private const int MinWordsWithoutStop = 20;

    private const double MinLetterShare = 0.6;
    private const double MaxCodeMarkShare = 0.03;
    private const double MaxCapitalShare = 0.85;
    private const double MaxCapitalShareWithoutStop = 0.5;

    // Official names have up to nine capitalised words in a row, menus have more.
    private const int MaxCapitalRun = 10;

    // Nobody reports in these words; they speak to the reader or about the page.
    private static readonly SearchValues<string> s_pageTalk = SearchValues.Create(
        [
            "all rights reserved", "contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting", "contributed writing",
            "a version of this story", "a version of this article", "version of this post", "originally published on", "originally appeared on", "this story originally", "this article originally",
            "may not be reproduced", "we may earn", "affiliate commission", "affiliate link", "use cookies to", "uses cookies to", "our use of cookies", "cookie policy", "cookie settings", "accept all cookies",
            "our privacy policy", "our terms of", "click here", "tap here", "sign up here", "sign up for our", "sign up for the", "sign up for free", "subscribe here", "subscribe now", "subscribe today", "subscribe to our", "subscribe for free",
            "become a subscriber", "already a subscriber", "exclusive content", "create an account to", "share this story", "share this article", "share this post", "share this page", "share on facebook", "share on twitter", "share to facebook",
            "follow us on", "follow her on", "follow him on", "follow them on", "follow me on", "like us on", "join our", "download our app", "download the app", "get the app", "enable javascript", "your browser does not", "ad blocker", "adblock",
            "support our journalism", "support local journalism", "to your inbox", "in your inbox", "skip to content", "skip to main", "skip to navigation", "read the full story", "read more:", "read more at", "for more stories like", "more top reads",
            "thanks for reading", "leave a comment", "comments are closed", "back to top", "submit a letter", "letters to the editor", "our newsletter", "this newsletter", "weekly newsletter", "daily newsletter", "morning newsletter", "free newsletter",
            "you agree to", "manage your registration", "details you have shared", "unsubscribe", "terms and conditions apply", "pic.twitter.com", "video ad feedback", "enter your email", "enter your password", "this cookie is", "navigation menu", "saved stories", "visit my profile", "if you continue to get this message", "story continues below", "article continues below", "advertisement - ",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_credits = SearchValues.Create(
        [
            "getty images", "shutterstock", "istock", "unsplash", "alamy", "/afp", "/reuters", "/ap", "/epa", "/bloomberg", "via ap", "via reuters", "via youtube", "via twitter", "file photo", "handout", "associated press", "photo by", "illustration by",
            "image by", "image credit", "photo credit", "courtesy of", "usa today network", "screenshot",
        ],
        StringComparison.OrdinalIgnoreCase);

    // With a slash an agency's name is always a credit, even where the caption follows without a stop.
    private static readonly SearchValues<string> s_slashCredits = SearchValues.Create(
        ["/AFP", "/ Getty", "/ AFP", "AFP/", "/Getty", "Getty Images/", "/Reuters", "/REUTERS", "/AP ", "/EPA", "/Shutterstock", "/Bloomberg/", "/Anadolu"], StringComparison.Ordinal);

    // "Image: …", "Related: …": a label in front of something that is not the article's own text.
    private static readonly string[] s_labels =
    [
        "image", "images", "photo", "photos", "photograph", "picture", "video", "credit", "credits", "source", "sources", "caption", "illustration", "graphic", "gif", "read", "read more", "read also", "also read", "read next", "more",
        "more on this", "related", "related story", "related stories", "related article", "related articles", "related topics", "see also", "see more", "watch", "watch now", "listen", "must read", "must watch", "don't miss", "contact", "email", "e-mail", "phone", "twitter",
        "facebook", "instagram", "tags", "tag", "topics", "filed under", "categories", "category", "share", "follow", "advertisement", "sponsored", "opinion", "live updates", "newsletter", "subscribe", "sign up", "by", "author", "written by", "reporting by", "editing by",
    ];

    private static readonly string[] s_appeals =
    [
        "sign up", "sign in", "subscribe", "click", "tap", "follow", "share", "download", "get", "read", "listen", "watch", "join", "contact", "email", "e-mail", "send", "support", "donate", "register", "log in", "visit", "check out", "see", "learn more", "find out more",
        "find", "enter", "want", "want more", "like", "reach", "stay", "start", "please", "for more", "for unlimited", "to get", "to read", "have a", "got a", "do you", "would you like", "you can", "call", "text",
    ];

    private static readonly SearchValues<string> s_appealObjects = SearchValues.Create(
        [
            "newsletter", "inbox", "subscri", "this story", "this article", "on twitter", "on facebook", "on instagram", "on threads", "social media @", "our app", "mobile app", "app store", "podcast", "free trial", " @", "e-mail", "email", "cookies", "our site", "our website",
            "breaking news", "more stories", "our journalism", "our coverage", "full coverage", "coverage here", "series here", "more here", "the latest", "http", "www.", ".com", "read more", "news tip", "story idea", "tips@", "to the editor", "reporter",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the sentence can stand as a quotation; false masks it.</summary>
    public static bool IsProse(ReadOnlySpan<char> sentence)
    {
        sentence = sentence.Trim();
        var shape = SentenceShape.Of(sentence);
        return HasProseShape(shape) && !IsPageTalk(sentence, shape) && !IsCredit(sentence, shape) && !IsByline(sentence, shape);
    }

    private static bool HasProseShape(SentenceShape shape)
    {
        if (shape.LetterShare < MinLetterShare || shape.CodeMarkShare > MaxCodeMarkShare || shape.LongestCapitalRun >= MaxCapitalRun)
            return false;
        if (shape.IsUnspaced)
            return shape.Ending != SentenceEnding.None;
        if (shape.Words < MinWords)
            return false;
        return shape.Ending switch
        {
            SentenceEnding.Stop => shape.CapitalShare <= MaxCapitalShare && (shape.Words > ShortWords || shape.HasVerb),
            SentenceEnding.Open => shape.CapitalShare <= MaxCapitalShareWithoutStop && shape.Words > ShortWords && shape.HasVerb,
            _ => shape.CapitalShare <= MaxCapitalShareWithoutStop && shape.Words >= MinWordsWithoutStop && shape.HasVerb,
        };
    }

    private static bool IsPageTalk(ReadOnlySpan<char> sentence, SentenceShape shape) =>
        sentence.ContainsAny(s_pageTalk) || HasLabel(sentence) || IsTeaser(sentence, shape) || (sentence.ContainsAny(s_appealObjects) && StartsWithAny(sentence, s_appeals) && shape.Words <= 40);

    // "Love story:Why the band is back": a link whose label has lost its blank.
    private static bool IsTeaser(ReadOnlySpan<char> sentence, SentenceShape shape)
    {
        int colon = sentence.IndexOf(':');
        return colon > 0 && colon + 1 < sentence.Length && char.IsUpper(sentence[colon + 1]) && !char.IsDigit(sentence[colon - 1])
            && (shape.Ending != SentenceEnding.Stop || sentence[^1] == '?');
    }

    private static bool HasLabel(ReadOnlySpan<char> sentence)
    {
        int colon = sentence[..Math.Min(sentence.Length, 24)].IndexOf(':');
        if (colon <= 0)
            return false;
        foreach (string label in s_labels)
        {
            if (sentence[..colon].TrimEnd().Equals(label, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    // A story about Getty Images has sentences with verbs; a credit line has not.
    private static bool IsCredit(ReadOnlySpan<char> sentence, SentenceShape shape) =>
        sentence.ContainsAny(s_slashCredits) || ((shape.Ending != SentenceEnding.Stop || !shape.HasVerb) && sentence.ContainsAny(s_credits));

    private static bool IsByline(ReadOnlySpan<char> sentence, SentenceShape shape) =>
        shape.Words <= 14 && (sentence.TrimEnd(".").EndsWith(" contributed", StringComparison.Ordinal)
            || sentence.StartsWith("Reporting by ", StringComparison.Ordinal) || sentence.StartsWith("(Reporting by ", StringComparison.Ordinal) || sentence.StartsWith("©", StringComparison.Ordinal)
            || sentence.StartsWith("Copyright ", StringComparison.OrdinalIgnoreCase) || sentence.StartsWith("Updated ", StringComparison.Ordinal) && !shape.HasVerb);

    private static bool StartsWithAny(ReadOnlySpan<char> sentence, string[] openings)
    {
        foreach (string opening in openings)
        {
            if (sentence.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && (sentence.Length == opening.Length || !char.IsLetter(sentence[opening.Length])))
                return true;
        }
        return false;
    }
}
