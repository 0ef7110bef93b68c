using System.Collections.Frozen;

namespace SurvBot.Answers.Checking;

/// <summary>Knows that what is Chinese is of China.</summary>
internal static class Demonyms
{
    /// <summary>The one word for a country and its people, in lower case; any other word is itself.</summary>
    public static string Of(string word) => Countries.GetValueOrDefault(word, word);

    /// <summary>Whether one names the people of the other by its ending: "Corvenia" and "Corvenian".</summary>
    public static bool AreOne(string one, string other) => one.Length > other.Length ? AreOne(other, one) : one.Length > 4 && other.StartsWith(one, StringComparison.Ordinal) && other[one.Length..] is "n" or "an" or "ian" or "ese";

    public static bool IsCountry(string word) => Countries.ContainsKey(word);

    private static readonly FrozenDictionary<string, string> Countries = (
        "usa american americans america us washington|uk british britain britons london|china chinese beijing|russia russian russians moscow kremlin|india indian indians delhi|france french paris|germany german germans berlin|israel israeli israelis|" +
        "australia australian australians canberra|canada canadian canadians ottawa|japan japanese tokyo|korea korean koreans seoul|mexico mexican|brazil brazilian|italy italian italians rome|spain spanish madrid|netherlands dutch|switzerland swiss|" +
        "sweden swedish|turkey turkish|iran iranian|saudi|ukraine ukrainian ukrainians kyiv|ireland irish dublin|poland polish|greece greek|europe european europeans eu|africa african|asia asian|singapore singaporean|malaysia malaysian|" +
        "uganda ugandan|kenya kenyan|zimbabwe zimbabwean|nigeria nigerian|ecuador ecuadorian|venezuela venezuelan|argentina argentine argentinian|chile chilean|denmark danish|norway norwegian|finland finnish|hungary hungarian|serbia serbian|" +
        "pakistan pakistani|bangladesh bangladeshi|myanmar burmese|vietnam vietnamese|thailand thai|indonesia indonesian|philippines filipino philippine|taiwan taiwanese|tibet tibetan|palestine palestinian palestinians|uighur uighurs uyghur uyghurs").Split('|')
        .Select(line => line.Split(' ')).SelectMany(names => names.Select(name => (Name: name, Country: names[0]))).ToFrozenDictionary(pair => pair.Name, pair => pair.Country);
}
