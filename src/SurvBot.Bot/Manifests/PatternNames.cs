namespace SurvBot.Bot.Manifests;

/// <summary>What the patterns of the schemas stand for, in words.</summary>
internal static class PatternNames
{
    /// <summary>What to write where a text does not match.</summary>
    public static string Of(string pattern) => pattern switch
    {
        "^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$" => "a GUID such as 6f9619ff-8b86-d011-b42d-00cf4fc964ff",
        "^#[0-9a-fA-F]{6}$" or "^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$" => "a colour such as #12454D",
        "^[Hh][Tt][Tt][Pp][Ss]://" or "^[Hh][Tt][Tt][Pp][Ss]?://" or @"^https?:\/\/" or @"^https:\/\/" => "an address that begins with https://",
        "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,2}$" => "a language tag such as en or pt-BR",
        "^(?![nN][uU][lL]{2}$)\\s*\\S.*" => "some text",
        @"^\/" => "a command such as /survbot",
        @"^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])(\/(3[0-2]|[1-2][0-9]|[0-9]))?$" => "a range of addresses such as 203.0.113.0/24",
        _ => $"what matches {pattern}",
    };
}
