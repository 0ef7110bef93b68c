using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Questions;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Tests.Generation.Writing;

namespace SurvBot.Tests.Generation.Questions;

/// <summary>Readers of questions whose model says what a test has it say.</summary>
internal static class SomeReader
{
    public static ModelReader Of(IChatClient model, IUsageLedger? ledger = null)
    {
        var kernel = new Kernel(new ServiceCollection().AddSingleton(model).BuildServiceProvider());
        return new ModelReader(kernel, ledger ?? new PassingLedger(new ModelOptions(), TimeProvider.System), TimeProvider.System, NullLogger<ModelReader>.Instance);
    }

    public static ModelReader Saying(string reply) => Of(new RecordingModel(_ => reply));

    /// <summary>What a model says that keeps to the form.</summary>
    public static string Reply(string standalone, string language = "en", params string[] searches) => System.Text.Json.JsonSerializer.Serialize(new { standalone, searches, language });
}
