using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel;
using SurvBot.Answers;
using SurvBot.Answers.Checking;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Answers.Generation.Writing;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Generation.Writing;

/// <summary>A writer over a model, and articles that it may write from.</summary>
internal static class WriterRig
{
    public static ArticleDraft[] Articles =>
    [
        Newsroom.Draft("harwick", "Harwick bought 40 street cameras from Lumora in March. The cameras do not read plates, Lumora said.", "2021-03-14", "Courier"),
        Newsroom.Draft("tessaly", "Tessaly plans to buy 12 street cameras from Orvex.", "2021-04-02", "Ledger"),
    ];

    public static AnswerWriter Over(IChatClient model, IUsageLedger? ledger = null, AnswerOptions? options = null) => new(
        new ModelWriter(new Kernel(new ServiceCollection().AddSingleton(model).BuildServiceProvider())), new DraftCheck(null, AliasBook.Empty), ledger ?? new PassingLedger(new ModelOptions(), TimeProvider.System),
        new DraftCache(), options ?? new AnswerOptions(), TimeProvider.System, NullLogger<AnswerWriter>.Instance);
}
