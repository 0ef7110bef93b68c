using Microsoft.Extensions.AI;

namespace SurvBot.Tests.Architecture;

/// <summary>What must never depend on what: the seven rules of docs/architecture.md, by number.</summary>
public sealed class DependencyRules
{
    private static readonly string[] WebServer = ["Microsoft.AspNetCore"];
    private static readonly string[] ChatWires = ["SlackNet", "Microsoft.Bot", "Microsoft.Teams", "Microsoft.Agents"];
    private static readonly string[] ModelHosts = ["Microsoft.SemanticKernel", "OpenAI", "Azure.AI", .. ChatTypes()];
    private static readonly string[] Containers =
        ["Microsoft.Extensions.DependencyInjection.IServiceCollection", "Microsoft.Extensions.DependencyInjection.ServiceCollection", "Microsoft.Extensions.Configuration"];

    [Fact]
    public void Rule_1_the_corpus_knows_no_answers_no_bot_no_web_server_and_no_chat_model() =>
        Code.In("SurvBot.Corpus").ShouldNotKnow(["SurvBot.Answers", "SurvBot.Bot", .. WebServer, .. ChatWires, .. ModelHosts]);

    [Fact]
    public void Rule_2_answers_know_no_bot_no_web_server_and_no_chat_wire() =>
        Code.In("SurvBot.Answers").ShouldNotKnow(["SurvBot.Bot", .. WebServer, .. ChatWires]);

    [Fact]
    public void Rule_2_answers_see_only_the_corpus_read_side()
    {
        string[] readSide = ["Retrieval", "Articles", "Text"];
        Code.In("SurvBot.Answers").ShouldNotKnow([.. Code.Rooms["SurvBot.Corpus"].Except(readSide).Select(room => $"SurvBot.Corpus.{room}")]);
    }

    [Fact]
    public void Rule_3_one_channel_never_names_another() =>
        Joined(Channels.SelectMany(channel => Code.In(channel).Breaches([.. Channels.Where(other => other != channel)]))).ShouldBeEmpty();

    [Fact]
    public void Rule_3_outside_its_folder_a_channel_is_named_only_where_the_program_is_put_together() =>
        Joined(Channels.SelectMany(channel => Code.Except(channel, "SurvBot.Bot.Commands").And().DoNotHaveNameMatching("^Program$|Services$").Breaches(channel))).ShouldBeEmpty();

    // The console is no wire: it is the medium of the commands themselves.
    [Fact]
    public void Rule_3_even_there_its_wire_types_are_not() =>
        Joined(Channels.Where(name => !name.EndsWith(".Console", StringComparison.Ordinal)).SelectMany(channel => Code.Except(channel).Breaches(WireTypes(channel)))).ShouldBeEmpty();

    [Theory, InlineData("Retrieval", "Ingestion"), InlineData("Ingestion", "Retrieval")]
    public void Rule_4_retrieval_and_ingestion_do_not_know_each_other(string room, string other) =>
        Code.In($"SurvBot.Corpus.{room}").ShouldNotKnow($"SurvBot.Corpus.{other}");

    // Text speaks of stretches of text by Articles' TextSpan.
    [Theory, InlineData("Articles", "Articles"), InlineData("Text", "Articles")]
    public void Rule_4_the_lowest_rooms_depend_on_no_room_above(string room, string below) =>
        Code.In($"SurvBot.Corpus.{room}").ShouldNotKnow([.. Code.Rooms["SurvBot.Corpus"].Except([room, below]).Select(other => $"SurvBot.Corpus.{other}")]);

    [Fact]
    public void Rule_5_containers_and_configuration_stay_in_services_program_and_commands() =>
        Code.Except("SurvBot.Bot.Commands").And().DoNotHaveNameMatching("^Program$|Services$").ShouldNotKnow(Containers);

    [Fact]
    public void Rule_6_only_commands_and_the_console_channel_write_to_the_console() =>
        Code.Except("SurvBot.Bot.Commands", "SurvBot.Bot.Channels.Console").ShouldNotKnow("System.Console", "Spectre.Console");

    // Clocks and HttpClient are members, which BannedSymbols.txt refuses at build time.
    [Theory]
    [InlineData("P:System.DateTime.Now;")]
    [InlineData("P:System.DateTime.UtcNow;")]
    [InlineData("P:System.DateTime.Today;")]
    [InlineData("P:System.DateTimeOffset.Now;")]
    [InlineData("P:System.DateTimeOffset.UtcNow;")]
    [InlineData("M:System.Net.Http.HttpClient.#ctor;")]
    [InlineData("M:System.Net.Http.HttpClient.#ctor(System.Net.Http.HttpMessageHandler);")]
    [InlineData("M:System.Net.Http.HttpClient.#ctor(System.Net.Http.HttpMessageHandler,System.Boolean);")]
    public void Rule_6_the_build_refuses_other_clocks_and_own_http_clients(string banned) =>
        Repository.Read("BannedSymbols.txt").ShouldContain(banned);

    [Fact]
    public void Rule_6_every_project_is_built_with_the_banned_symbols()
    {
        string props = Repository.Read("Directory.Build.props");
        props.ShouldContain("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"");
        props.ShouldContain("<AdditionalFiles Include=\"$(MSBuildThisFileDirectory)BannedSymbols.txt\"");
        props.ShouldContain("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        foreach (string file in Repository.CSharpFiles("src"))
            Repository.Read(file).ShouldNotContain("RS0030", customMessage: $"{file} switches the ban off");
    }

    [Fact]
    public void Rule_7_chat_models_and_semantic_kernel_stay_in_generation() =>
        Code.Except("SurvBot.Answers.Generation").And().DoNotHaveName("AnswerServices", "ModelServices").ShouldNotKnow(ModelHosts);

    [Fact]
    public void Rule_7_embedding_providers_stay_in_embedding() =>
        Code.Except("SurvBot.Corpus.Embedding").And().DoNotHaveName("CorpusServices").ShouldNotKnow("Microsoft.ML.OnnxRuntime");

    [Fact]
    public void Rule_7_a_model_s_tokens_are_counted_where_it_is_prompted_or_run() =>
        Code.Except("SurvBot.Corpus.Embedding", "SurvBot.Answers.Generation.Prompts").ShouldNotKnow("Microsoft.ML.Tokenizers");

    [Fact]
    public void Rule_7_cloud_credentials_stay_in_services() =>
        Code.Except("nowhere").And().DoNotHaveNameMatching("Services$").ShouldNotKnow("Azure.Identity", "Azure.Core", "Azure.Security");

    private static string Joined(IEnumerable<string> breaches) => string.Join('\n', breaches);

    private static IReadOnlyList<string> Channels { get; } =
    [
        .. Code.Bot.GetTypes().Select(type => type.Namespace?.Split('.') ?? [])
            .Where(parts => parts is ["SurvBot", "Bot", "Channels", _, ..]).Select(parts => string.Join('.', parts.Take(4))).Distinct(),
    ];

    /// <summary>All of a channel's types but those that the composition root must name.</summary>
    private static string[] WireTypes(string channel) =>
    [
        .. Code.Bot.GetTypes().Where(type => $"{type.Namespace}.".StartsWith($"{channel}.", StringComparison.Ordinal) && !type.IsNested)
            .Where(type => !new[] { "Channel", "Client", "Endpoints", "Options", "Package", "Renderer", "Services" }.Any(face => type.Name.EndsWith(face, StringComparison.Ordinal)))
            .Select(type => type.FullName!),
    ];

    /// <summary>Microsoft.Extensions.AI holds both sides; what does not speak of embeddings or plain data belongs to chat models.</summary>
    private static string[] ChatTypes() =>
    [
        .. typeof(IEmbeddingGenerator).Assembly.GetExportedTypes()
            .Where(type => !type.IsNested && (type.Name.Contains("Chat", StringComparison.Ordinal) || type.Name.StartsWith("AI", StringComparison.Ordinal) || type.Name.Contains("Tool", StringComparison.Ordinal)))
            .Where(type => type.Name is not "AIJsonUtilities")
            .Select(type => type.FullName!),
    ];
}
