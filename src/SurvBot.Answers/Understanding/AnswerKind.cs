namespace SurvBot.Answers.Understanding;

/// <summary>What sort of thing would answer a question.</summary>
public enum AnswerKind
{
    /// <summary>Nothing in the wording tells.</summary>
    Any,

    /// <summary>Who, which company: a name.</summary>
    Name,

    /// <summary>Where, which city: a name of a place.</summary>
    Place,

    /// <summary>How many, what percentage.</summary>
    Number,

    /// <summary>How much, what price.</summary>
    Money,

    /// <summary>When, what year, since when.</summary>
    Date,

    /// <summary>How long: a number with a unit of time.</summary>
    Duration,

    /// <summary>Why.</summary>
    Reason,

    /// <summary>What did somebody say.</summary>
    Statement,

    /// <summary>What is Viper?</summary>
    Definition,

    /// <summary>Did, is, has: yes or no.</summary>
    YesNo,
}
