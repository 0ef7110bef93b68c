namespace SurvBot.Answers.Understanding.Languages;

/// <summary>What SurvBot says of itself in the language of a question.</summary>
internal static class LanguageNotices
{
    /// <summary>The language where it is English or has notices; null else.</summary>
    public static string? Known(string? language) => language?.Trim().ToLowerInvariant().Split('-', '_')[0] is { } tag && (tag == QuestionLanguage.English || All.ContainsKey(tag)) ? tag : null;

    /// <summary>That the articles are quoted as they are.</summary>
    public static string Quoted(string language) => All[language].Quoted;

    /// <summary>That a model translated sentences, and the originals stand in the sources.</summary>
    public static string Translated(string language) => All[language].Translated;

    /// <summary>That nothing was found.</summary>
    public static string Nothing(string language) => All[language].Nothing;

    /// <summary>That it must be said more clearly what is meant.</summary>
    public static string Unclear(string language) => All[language].Unclear;

    /// <summary>An answer's text without what is said here.</summary>
    public static string Without(string text) =>
        All.Values.SelectMany(notices => new[] { notices.Quoted, notices.Translated, notices.Nothing, notices.Unclear }).Aggregate(text, (left, notice) => left.Replace($"{notice}\n\n", "", StringComparison.Ordinal));

    private static readonly IReadOnlyDictionary<string, (string Quoted, string Translated, string Nothing, string Unclear)> All = new Dictionary<string, (string, string, string, string)>
    {
        ["de"] = ("Die Artikel werden in ihrer eigenen Sprache zitiert.", "Von einem Sprachmodell übersetzt; geprüft ist das Original, das bei den Quellen steht.", "Dazu habe ich in den Artikeln nichts gefunden.", "Wer oder was ist gemeint?"),
        ["fr"] = ("Les articles sont cités dans leur propre langue.", "Traduit par un modèle de langue ; c'est l'original, cité dans les sources, qui est vérifié.", "Je n'ai rien trouvé à ce sujet dans les articles.", "De qui ou de quoi s'agit-il ?"),
        ["es"] = ("Los artículos se citan en su propio idioma.", "Traducido por un modelo de lenguaje; lo comprobado es el original, citado en las fuentes.", "No he encontrado nada sobre esto en los artículos.", "¿A quién o a qué se refiere?"),
        ["it"] = ("Gli articoli sono citati nella loro lingua.", "Tradotto da un modello linguistico; è verificato l'originale, citato nelle fonti.", "Non ho trovato nulla su questo negli articoli.", "A chi o a che cosa si riferisce?"),
        ["pt"] = ("Os artigos são citados na sua própria língua.", "Traduzido por um modelo de linguagem; o que foi verificado é o original, citado nas fontes.", "Não encontrei nada sobre isto nos artigos.", "A quem ou a que se refere?"),
        ["nl"] = ("De artikelen worden in hun eigen taal geciteerd.", "Vertaald door een taalmodel; gecontroleerd is het origineel, dat bij de bronnen staat.", "Ik heb hierover niets gevonden in de artikelen.", "Wie of wat wordt bedoeld?"),
        ["pl"] = ("Artykuły są cytowane w ich własnym języku.", "Przetłumaczone przez model językowy; sprawdzony jest oryginał, cytowany w źródłach.", "Nie znalazłem nic na ten temat w artykułach.", "O kogo lub o co chodzi?"),
        ["sv"] = ("Artiklarna citeras på sitt eget språk.", "Översatt av en språkmodell; det som har kontrollerats är originalet, som citeras bland källorna.", "Jag hittade inget om detta i artiklarna.", "Vem eller vad menas?"),
        ["ru"] = ("Статьи цитируются на языке оригинала.", "Переведено языковой моделью; проверен оригинал, приведённый в источниках.", "В статьях об этом ничего не найдено.", "Кто или что имеется в виду?"),
        ["uk"] = ("Статті цитуються мовою оригіналу.", "Перекладено мовною моделлю; перевірено оригінал, наведений у джерелах.", "У статтях про це нічого не знайдено.", "Хто або що мається на увазі?"),
        ["zh"] = ("文章均以原文引用。", "由语言模型翻译；经过核对的是来源中引用的原文。", "在文章中没有找到相关内容。", "请问指的是谁或什么？"),
        ["ja"] = ("記事は原文のまま引用しています。", "言語モデルによる翻訳です。確認済みなのは出典にある原文です。", "記事の中に該当する内容は見つかりませんでした。", "誰または何のことですか？"),
        ["ko"] = ("기사는 원문 그대로 인용합니다.", "언어 모델이 번역했으며, 확인된 것은 출처에 인용된 원문입니다.", "기사에서 이에 관한 내용을 찾지 못했습니다.", "누구 또는 무엇을 말씀하시나요?"),
    };
}
