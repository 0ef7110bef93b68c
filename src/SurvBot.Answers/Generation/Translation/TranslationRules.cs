using SurvBot.Answers.Understanding.Languages;

namespace SurvBot.Answers.Generation.Translation;

/// <summary>Words of a language that a translation must have where the English has theirs: "not", who says so, what is only alleged, numbers.</summary>
internal sealed class TranslationRules
{
    // Where the English has a word of a pair the translation must have one, too: English words, and forms of the language, which are beginnings of words or with "=" whole ones.
    private readonly IReadOnlyList<Pair> pairs;

    private readonly LanguageWords words;

    private TranslationRules(string language, string name, bool capitalizesNouns, params (string English, string Forms)[] pairs)
    {
        (Name, CapitalizesNouns) = (name, capitalizesNouns);
        words = LanguageWords.All.Single(known => known.Language == language);
        this.pairs = [.. pairs.Select((pair, i) => new Pair([.. pair.English.Split(' ')], pair.Forms.Split(' '), i >= OneWay))];
    }

    /// <summary>What English calls the language.</summary>
    public string Name { get; }

    /// <summary>Whether a capital tells nothing.</summary>
    public bool CapitalizesNouns { get; }

    /// <summary>Null for a language without rules.</summary>
    public static TranslationRules? Of(string language) => All.GetValueOrDefault(language);

    /// <summary>Why the one cannot say what the other says; null where it may.</summary>
    public string? Objection(IReadOnlyList<string> english, IReadOnlyList<string> translation)
    {
        foreach (var pair in pairs)
        {
            string? there = english.FirstOrDefault(pair.English.Contains), here = translation.FirstOrDefault(pair.IsForm);
            if (there is not null && here is null)
                return $"it lost \"{there}\"";
            if (there is null && here is not null && pair.IsBothWays)
                return $"it added \"{here}\"";
        }
        return english.Any(Unknown.Contains) ? "it has a word that cannot be compared" : null;
    }

    public bool HasWord(string english) => pairs.Any(pair => pair.English.Contains(english));

    /// <summary>Whether it is one of the language's commonest words, which may open a sentence.</summary>
    public bool IsCommon(string word) => words.Words.Contains(word) || words.Articles.Contains(word);

    public bool HasForm(string word) => pairs.Any(pair => pair.IsForm(word));

    // Who says so may also be said by a mood or another verb; what English leaves open, a language may not.
    private const int OneWay = 3;

    private const string Said = "said say says told tells stated announced added wrote according", Alleged = "alleged allegedly reportedly accused accuses suspected claimed claims claim", Planned = "plans planned intends intended wants",
        Denied = "not no never nobody none nothing without neither nor t didn isn wasn aren weren doesn wouldn couldn shouldn hasn hadn cannot";

    // "t" is what the tokenizer leaves of "can't"; "won" and "don" are words, too.
    private static readonly HashSet<string> Unknown = [.. "hundred hundreds thousand thousands trillion trillions dozen dozens half twice thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety don won monday tuesday wednesday thursday friday saturday sunday".Split(' ')];

    private static readonly Dictionary<string, TranslationRules> All = new()
    {
        ["de"] = new("de", "German", true,
            (Said, "sagt= sagte= sagten= gesagt erklar teilt mitgeteilt laut= zufolge angaben gab= kundigt angekundigt schrieb fugte hinzu"), (Alleged, "angeblich mutmasslich soll= sollen= berichten= beschuldig vorgeworfen= vorwirft= wirft= behaupt verdacht"), (Planned, "plant planen geplant beabsichtig will= wollen= wollte vorhat="),
            (Denied, "nicht= nie= niemals= niemand kein ohne= weder= nichts="), ("million millions", "million"), ("billion billions", "milliard"), ("percent", "prozent"),
            ("ai", "ki= ai="), ("two", "zwei="), ("three", "drei="), ("four", "vier="), ("five", "funf="), ("six", "sechs="), ("seven", "sieben="), ("eight", "acht="), ("nine", "neun="), ("ten", "zehn="), ("eleven", "elf="), ("twelve", "zwolf=")),
        ["fr"] = new("fr", "French", false,
            (Said, "dit= disent= declar indiqu affirm annonc selon= ajout ecrit= apres="), (Alleged, "pretend presum aurait= auraient= serait= seraient= accus suppos selon= affirm soupconn"), (Planned, "prevoi compt envisag souhait veut= veulent= entend="),
            (Denied, "ne= n= pas= jamais= aucun sans= ni= rien= personne="), ("million millions", "million"), ("billion billions", "milliard"), ("percent", "cent="),
            ("ai", "ia= ai="), ("two", "deux="), ("three", "trois="), ("four", "quatre="), ("five", "cinq="), ("six", "six="), ("seven", "sept="), ("eight", "huit="), ("nine", "neuf="), ("ten", "dix="), ("eleven", "onze="), ("twelve", "douze=")),
        ["es"] = new("es", "Spanish", false,
            (Said, "dijo= dice= dicen= dijeron= afirm declar anunci segun= escrib anadi indic senal"), (Alleged, "presunt supuest acus habria= habrian= seria= serian= aleg segun= sospech afirm"), (Planned, "plane preve= preven= pretend quiere= quieren= tiene= tienen="),
            (Denied, "no= nunca= ningun ninguna sin= ni= nadie= nada= tampoco="), ("million millions", "millon"), ("billion billions", "millard"), ("percent", "ciento="),
            ("ai", "ia= ai="), ("two", "dos="), ("three", "tres="), ("four", "cuatro="), ("five", "cinco="), ("six", "seis="), ("seven", "siete="), ("eight", "ocho="), ("nine", "nueve="), ("ten", "diez="), ("eleven", "once="), ("twelve", "doce=")),
        ["it"] = new("it", "Italian", false,
            (Said, "detto= dice= dicono= disse= dichiar afferm annunci secondo= scritto= scrive= aggiunt"), (Alleged, "presunt accus avrebbe= avrebbero= sarebbe= sarebbero= sosten sostien secondo= sospett"), (Planned, "preved intend pianific vuole= vogliono= progett"),
            (Denied, "non= mai= nessun senza= ne= niente= nulla="), ("million millions", "milion"), ("billion billions", "miliard"), ("percent", "cento="),
            ("ai", "ia="), ("two", "due="), ("three", "tre="), ("four", "quattro="), ("five", "cinque="), ("six", "sei="), ("seven", "sette="), ("eight", "otto="), ("nine", "nove="), ("ten", "dieci="), ("eleven", "undici="), ("twelve", "dodici=")),
        ["pt"] = new("pt", "Portuguese", false,
            (Said, "disse= dizem= diz= disseram= afirm declar anunci segundo= escrev acrescent"), (Alleged, "aleg supost acus teria= teriam= seria= seriam= segundo= suspeit afirm"), (Planned, "planej plane pretend preve= preveem= quer= querem="),
            (Denied, "nao= nunca= nenhum sem= nem= ninguem= nada="), ("million millions", "milhao= milhoes="), ("billion billions", "bilh bilio"), ("percent", "cento="),
            ("ai", "ia= ai="), ("two", "dois= duas="), ("three", "tres="), ("four", "quatro="), ("five", "cinco="), ("six", "seis="), ("seven", "sete="), ("eight", "oito="), ("nine", "nove="), ("ten", "dez="), ("eleven", "onze="), ("twelve", "doze=")),
        ["nl"] = new("nl", "Dutch", false,
            (Said, "zei= zegt= zeggen= zeiden= gezegd verklaar kondig aangekondigd volgens= schreef= schrijft= meld voegde"), (Alleged, "vermeend vermoed verluidt= zou= zouden= beschuldig beweer verdacht volgens= naar="), (Planned, "plan plant= wil= willen= voornemens= beoog"),
            (Denied, "niet= nooit= geen= zonder= noch= niemand= niets="), ("million millions", "miljoen"), ("billion billions", "miljard"), ("percent", "procent"),
            ("ai", "ai="), ("two", "twee="), ("three", "drie="), ("four", "vier="), ("five", "vijf="), ("six", "zes="), ("seven", "zeven="), ("eight", "acht="), ("nine", "negen="), ("ten", "tien="), ("eleven", "elf="), ("twelve", "twaalf=")),
    };

    private sealed record Pair(HashSet<string> English, string[] Forms, bool IsBothWays)
    {
        public bool IsForm(string word) => Forms.Any(form => form[^1] == '=' ? word == form[..^1] : word.StartsWith(form, StringComparison.Ordinal));
    }
}
