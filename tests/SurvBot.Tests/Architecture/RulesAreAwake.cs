using NetArchTest.Rules;

namespace SurvBot.Tests.Architecture;

/// <summary>Keeps the other rules from passing only because they look at nothing.</summary>
public sealed class RulesAreAwake
{
    [Fact]
    public void Every_room_on_disk_is_known_and_has_types_in_its_namespace()
    {
        foreach (var (project, rooms) in Code.Rooms)
        {
            var onDisk = Repository.CSharpFiles($"src/{project}").Select(file => file.Split('/')).Where(parts => parts.Length > 3).Select(parts => parts[2]).Distinct();
            foreach (string room in onDisk)
            {
                rooms.ShouldContain(room, $"src/{project}/{room} is a room that no rule knows: name it in Code.Rooms and decide what it may depend on");
                Code.In($"{project}.{room}").GetTypes().ShouldNotBeEmpty($"src/{project}/{room} has files, yet the rules see no type in {project}.{room}");
            }
        }
        Code.In("SurvBot.Corpus.Articles").GetTypes().ShouldNotBeEmpty();
    }

    [Fact]
    public void A_dependency_is_seen_wherever_it_hides()
    {
        Type[] samples = [typeof(GuiltyMethod), typeof(GuiltyLambda), typeof(GuiltyAsyncLambda), typeof(GuiltyIterator), typeof(GuiltyNested), typeof(GuiltyAttribute)];
        Types.InCurrentDomain().That().HaveNameStartingWith("Guilty").Breaches("System.Console")
            .ShouldBe(samples.Select(type => $"{type.FullName} knows System.Console"), ignoreOrder: true);
    }
}

internal static class GuiltyMethod
{
    public static void Write() => Console.WriteLine();
}

internal static class GuiltyLambda
{
    public static Action Write => () => Console.WriteLine();
}

internal static class GuiltyAsyncLambda
{
    public static Func<Task> Write => async () =>
    {
        await Task.Yield();
        Console.WriteLine();
    };
}

internal static class GuiltyIterator
{
    public static IEnumerable<int> Write()
    {
        yield return 1;
        Console.WriteLine();
    }
}

internal static class GuiltyNested
{
    internal static class Log
    {
        public static void Write() => Console.WriteLine();
    }
}

[System.ComponentModel.TypeConverter(typeof(Console))]
internal static class GuiltyAttribute
{
}
