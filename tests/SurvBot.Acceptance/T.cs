namespace SurvBot.Acceptance;
public sealed class T { [Fact] public void Runs() => (1 + 1).ShouldBe(2); }
