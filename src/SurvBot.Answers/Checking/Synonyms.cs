using SurvBot.Answers.Understanding.Threads;

namespace SurvBot.Answers.Checking;

/// <summary>Words that may stand for each other in a report without telling anything else.</summary>
/// <remarks>
/// A closed list on purpose: by the cosines of an embedding model a word is as near to its opposite as to its synonym.
/// </remarks>
internal static class Synonyms
{
    /// <summary>Whether one may be put for the other.</summary>
    public static bool AreOne(string one, string other) => Groups[Verbs.KeyOf(one)].Intersect(Groups[Verbs.KeyOf(other)]).Any();

    private static readonly string[] Lists =
    [
        "buy bought purchase purchased acquire acquired", "photo photograph photos photographs picture pictures image images", "firm company business corporation maker manufacturer", "about around roughly approximately some",
        "use used utilize employ", "rule ruled decide decided decision ruling", "start started begin began launch launched", "end ended finish finished expire", "rise rose increase increased grow grew climb climbed surge jumped",
        "fall fell drop dropped decline declined decrease decreased slid tumbled", "let allow allowed permit permitted", "ban banned prohibit prohibited forbid forbidden outlaw outlawed", "approve approved adopt adopted pass passed back backed endorse",
        "big large huge", "small little", "get got obtain obtained receive received", "delete deleted erase erased remove removed wipe", "keep kept retain retained store stored", "agency authority regulator watchdog body board", "law statute act legislation bill",
        "town city municipality", "find found discover discovered", "study research report paper analysis", "show showed reveal revealed", "look looked examine examined review reviewed investigate investigated investigation inquiry probe",
        "police officers cops", "lawsuit suit case complaint litigation", "sue sued", "pay paid", "price cost costs costing", "worth valued value", "software technology system tool tools technologies systems", "people persons individuals residents", "kids children minors",
        "pupils students", "schools", "worker workers employee employees staff", "buyer customer customers client clients", "head chief leader boss director", "lawmakers legislators", "country nation state", "government authorities administration",
        "say said tell told state stated add added note noted", "claim claimed allege alleged", "hire hired recruit recruited", "fire fired dismiss dismissed sack sacked", "begun beginning start", "month months", "error errors mistake mistakes", "wrong wrongly mistaken mistakenly false falsely incorrect",
        "record recorded recording recordings footage video videos", "plate plates", "deal agreement contract accord", "order ordered instruct instructed require required", "stop stopped halt halted suspend suspended pause paused", "share shared", "sell sold", "install installed deploy deployed", "build built made make",
        "gather gathered collect collected harvest harvested", "phone phones smartphone smartphones handset mobile", "world global worldwide", "fine fined penalty penalise penalised", "delay delayed postpone postponed", "drop dropped abandon abandoned scrap scrapped", "search searched query queries", "choose chose pick picked select selected",
        "face faces facial", "recognition identification", "monitor monitored track tracked watch watched surveil", "object objected oppose opposed", "criticize criticized criticise criticised condemn condemned", "warn warned", "plan plans planned intend intends intended", "publish published release released issued issue",
        "near nearby close", "yearly annual annually year", "daily day", "monthly", "weekly week", "today now currently", "former ex previously", "also too", "help helped aid aided assist", "need needs require requires", "create created", "give gave given provide provided supply supplied", "send sent", "ask asked request requested", "accord according",
    ];

    private static readonly ILookup<string, int> Groups = Lists.Index().SelectMany(list => list.Item.Split(' ').Select(word => (Key: Verbs.KeyOf(word), list.Index))).Distinct().ToLookup(entry => entry.Key, entry => entry.Index);
}
