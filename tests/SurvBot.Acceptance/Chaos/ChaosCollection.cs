namespace SurvBot.Acceptance.Chaos;

/// <summary>Scenarios that need the machine for themselves run one after the other; those that mostly wait do not belong here.</summary>
[CollectionDefinition(Name)]
public sealed class ChaosCollection
{
    public const string Name = "Chaos";
}
