using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding.Languages;

/// <summary>What gives a language in Latin letters away: its commonest words, the articles it may share with names ("Los Angeles"), and its letters.</summary>
internal sealed record LanguageWords(string Language, IReadOnlySet<string> Words, IReadOnlySet<string> Articles, string Letters)
{
    public static IReadOnlyList<LanguageWords> All { get; } =
    [
        Of("de", "wie viele viel was wer wen wem wann wo warum wieso weshalb welche welcher welches welchen ist sind war waren wird werden wurde wurden hat haben hatte nicht kein keine und oder mit für gegen über aus bei nach seit zwischen auf auch noch gibt es sie ich zum zur beim im eine einer einem einen", "der die das den dem des ein von", "äöüß"),
        Of("fr", "qui que quoi quel quelle quels quelles quand où pourquoi comment combien est sont était étaient ont été avec pour dans par sur sans contre entre depuis selon aux ce cette ces leur leurs ne pas et ou mais elle ils elles nous vous", "le la les un une des de du en au il", "éèêçàùœ"),
        Of("es", "qué quién quiénes cuándo dónde por cómo cuánto cuántos cuántas cuál cuáles es son fue fueron era ha han con para sin contra entre desde según pero más hay está están este esta estos su sus se lo", "el la los las un una de del al en san", "ñáéíóú"),
        Of("it", "chi che cosa quale quali quando dove perché come quanto quanti quante sono era erano ha hanno stato con per senza contro tra fra dal dalla nel nella negli sul sulla anche più questo questa suo loro non si ci gli", "il la lo le un una di da del della dei delle al", "àèéìòù"),
        Of("pt", "quem que qual quais quando onde por como quanto quantos quantas são foi foram era tem com para sem contra entre desde segundo mas mais está estão este esta seu sua não pelo pela nas na ao em uma", "os um de do da dos das", "ãõçáéêó"),
        Of("nl", "wie wat welke wanneer waar waarom hoe hoeveel is zijn was waren wordt werden heeft hebben had niet geen en of met voor tegen over uit bij naar sinds tussen op ook nog er aan door om maar dit deze dat haar hun zij ik", "de het een te van", ""),
        Of("pl", "kto co jaki jaka jakie które który która kiedy gdzie dlaczego jak ile czy jest są był była było były ma mają nie oraz lub ze dla przez przeciw na od po przed między według się tego tej ich jego jej", "", "łąęśżźćńó"),
        Of("sv", "vem vad vilken vilka vilket när var varför hur många mycket är blev har hade inte ingen och eller med av för mot om från till sedan mellan på även som det ett att", "den de en", "åäö"),
    ];

    private static LanguageWords Of(string language, string words, string articles, string letters) => new(language, Folded(words), Folded(articles), letters);

    // As the tokenizer folds the words of a question.
    private static HashSet<string> Folded(string words)
    {
        var folded = new HashSet<string>(StringComparer.Ordinal);
        var walk = new Tokenizer(words);
        while (walk.MoveNext())
            folded.Add(walk.Word.ToString());
        return folded;
    }
}
