using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Models;

namespace SurvBot.Tests.Generation.Models;

public sealed class ModelOptionsTests
{
    private const string Secret = "canary secret";

    private static readonly Dictionary<string, string> EverythingInTheEnvironment = new()
    {
        ["AZURE_OPENAI_ENDPOINT"] = "https://desk.openai.azure.com",
        ["AZURE_OPENAI_API_KEY"] = "azure-key",
        ["AZURE_OPENAI_DEPLOYMENT"] = "azure-desk",
        ["OPENAI_BASE_URL"] = "https://openai.example.org/v1",
        ["OPENAI_API_KEY"] = "openai-key",
        ["OPENAI_MODEL"] = "openai-desk",
    };

    [Theory, InlineData(null), InlineData(""), InlineData("none"), InlineData(" None ")]
    public void Keys_in_the_environment_alone_are_no_model(string? provider)
    {
        var services = new ServiceCollection().AddModel(new ModelOptions { Provider = provider }, EverythingInTheEnvironment.GetValueOrDefault).BuildServiceProvider();
        var options = services.GetRequiredService<ModelOptions>();
        (options.IsOn, options.FindFault(), options.ApiKey).ShouldBe((false, null, null));
        services.GetService<IChatClient>().ShouldBeNull();
    }

    [Fact]
    public void A_named_provider_takes_the_rest_from_the_environment()
    {
        var azure = Completed(new ModelOptions { Provider = "Azure" });
        (azure.Endpoint, azure.Name, azure.ApiKey, azure.FindFault()).ShouldBe(("https://desk.openai.azure.com", "azure-desk", "azure-key", null));
        var openai = Completed(new ModelOptions { Provider = "openai", Name = "own" });
        (openai.Endpoint, openai.Name, openai.ApiKey, openai.FindFault()).ShouldBe(("https://openai.example.org/v1", "own", "openai-key", null));
        new ModelOptions { Provider = "openai", Name = "own" }.CompletedFrom(_ => null).Endpoint.ShouldBe("https://api.openai.com/v1");
    }

    [Fact]
    public void A_key_for_openai_is_not_sent_to_another_server() =>
        Completed(new ModelOptions { Provider = "openai", Endpoint = "https://other.example.org/v1", Name = "own" }).ApiKey.ShouldBeNull();

    [Theory]
    [InlineData("bing", "https://a.example", "m", "k", "Provider: it is none that SurvBot knows; set it to azure, openai or none.")]
    [InlineData("azure", null, "m", "k", "Endpoint: it is missing; set it (or AZURE_OPENAI_ENDPOINT) to the resource's address, https://NAME.openai.azure.com.")]
    [InlineData("azure", "http://a.example", "m", "k", "Endpoint: it is not an https address; ")]
    [InlineData("openai", "http://10.0.0.7/v1", "m", "k", "Endpoint: it is not an https address; ")]
    [InlineData("openai", "ftp://a.example", "m", "k", "Endpoint: it is not an address; ")]
    [InlineData("openai", "https://user:canary@a.example", "m", "k", "Endpoint: it is not an address; ")]
    [InlineData("openai", "desk", "m", "k", "Endpoint: it is not an address; ")]
    [InlineData("azure", "https://a.example/openai/deployments/m", "m", "k", "Endpoint: it goes on after the resource's name; ")]
    [InlineData("azure", "https://a.example", null, "k", "Name: it is missing; ")]
    [InlineData("azure", "https://a.example", "../m", "k", "Name: it has a character that no name has; ")]
    [InlineData("azure", "https://a.example", "m", Secret, "ApiKey: it has a blank or another character that no key has; copy it again.")]
    public void A_setting_that_cannot_work_is_told_in_one_line_with_the_fix_and_no_secret(string provider, string? endpoint, string? name, string key, string line)
    {
        var options = new ModelOptions { Provider = provider, Endpoint = endpoint, Name = name, ApiKey = key };
        options.FindFault()!.Line.ShouldStartWith($"Language model, SurvBot__Model__{line}");
        options.FindFault()!.Line.ShouldNotContain("canary");
        new ServiceCollection().AddModel(options, _ => null).BuildServiceProvider().GetService<IChatClient>().ShouldBeNull();
    }

    [Theory, InlineData("http://localhost:11434/v1"), InlineData("http://127.0.0.1:8080/v1"), InlineData("http://[::1]:8000/v1"), InlineData("https://api.example.org/v1")]
    public void A_server_of_this_machine_needs_no_encryption(string endpoint) =>
        new ModelOptions { Provider = "openai", Endpoint = endpoint, Name = "llama3.2:3b" }.FindFault().ShouldBeNull();

    [Fact]
    public void Limits_that_cannot_be_kept_are_told()
    {
        Faulty(options => options.TotalTimeout = TimeSpan.Zero).ShouldStartWith("Language model, SurvBot__Model__TotalTimeout: 00:00:00 is not more than nothing");
        Faulty(options => options.FirstWordsTimeout = TimeSpan.FromHours(1)).ShouldContain("FirstWordsTimeout");
        Faulty(options => options.Retries = -1).ShouldBe("Language model, SurvBot__Model__Retries: -1 is less than 0; remove it.");
        Faulty(options => options.BreakerFailures = 0).ShouldContain("BreakerFailures");
        Faulty(options => options.InputPricePerMillion = -0.1m).ShouldContain("InputPricePerMillion");
    }

    [Fact]
    public void It_is_described_without_its_key() =>
        Completed(new ModelOptions { Provider = "azure" }).Description.ShouldBe("azure-desk at desk.openai.azure.com (azure, with a key)");

    private static ModelOptions Completed(ModelOptions options) => options.CompletedFrom(EverythingInTheEnvironment.GetValueOrDefault);

    private static string Faulty(Action<ModelOptions> change)
    {
        var options = Completed(new ModelOptions { Provider = "azure" });
        change(options);
        return options.FindFault()!.Line;
    }
}
