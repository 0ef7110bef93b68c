using Microsoft.Playwright;

namespace SurvBot.Acceptance.Web;

/// <summary>The chat page in a real browser, as a newcomer meets it.</summary>
public sealed class PageTests(ServedSurvBot served, Browser browser) : IClassFixture<ServedSurvBot>, IClassFixture<Browser>
{
    private const string SenseTime = "Who led SenseTime's 2018 funding round?";

    [Fact]
    public async Task A_newcomer_presses_a_first_question_and_is_answered()
    {
        await using var reader = await browser.OpenAsync(served.Url);
        var first = reader.Page.Locator(".chips button").First;
        string question = await first.InnerTextAsync();
        await first.ClickAsync();
        await reader.LastReply.Locator(".evidence").WaitForAsync();
        (await reader.Page.Locator("h2.question").InnerTextAsync()).ShouldBe(question);
        (await reader.LastReply.Locator("button.marker").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_marker_opens_its_source_with_the_words_that_answer()
    {
        await using var reader = await browser.OpenAsync(served.Url);
        await reader.AskAsync(SenseTime);
        (await reader.LastReply.InnerTextAsync()).ShouldContain("Alibaba");
        await reader.LastReply.Locator("p button.marker").First.ClickAsync();
        var card = reader.Page.GetByRole(AriaRole.Dialog);
        (await card.InnerTextAsync()).ShouldContain("SurvBot brief, after");
        (await card.Locator("mark").AllInnerTextsAsync()).ShouldContain(word => word.Contains("SenseTime", StringComparison.Ordinal));
        var link = card.Locator("h3 a");
        (await link.GetAttributeAsync("href"))!.ShouldStartWith("https://");
        (await link.GetAttributeAsync("rel")).ShouldBe("noopener noreferrer");
        await reader.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(card).ToBeHiddenAsync();
        await Assertions.Expect(reader.LastReply.Locator("p button.marker").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_reader_sees_what_is_being_done_and_the_text_as_it_grows()
    {
        await using var reader = await browser.OpenAsync(served.Url);
        await reader.Page.EvaluateAsync("""
            window.seen = [];
            new MutationObserver(() => {
              const reply = document.querySelector('article.reply[aria-busy]');
              if (reply)
                window.seen.push(reply.innerText);
            }).observe(document.getElementById('thread'), { subtree: true, childList: true, characterData: true })
            """);
        await reader.AskAsync("Which US cities banned face recognition?");
        var seen = await reader.Page.EvaluateAsync<string[]>("window.seen");
        seen.ShouldContain(text => text.StartsWith("Searching ", StringComparison.Ordinal));
        seen.ShouldContain(text => text.StartsWith("Reading ", StringComparison.Ordinal));
        seen.Where(text => text.Contains("[1]", StringComparison.Ordinal) && !text.Contains("As of", StringComparison.Ordinal)).Select(text => text.Length).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_follow_up_chip_asks_the_next_question()
    {
        await using var reader = await browser.OpenAsync(served.Url);
        await reader.AskAsync(SenseTime);
        var chip = reader.LastReply.Locator(".follow-ups button").First;
        string question = await chip.InnerTextAsync();
        await chip.ClickAsync();
        await reader.Page.Locator("article.reply").Nth(1).Locator(".evidence").WaitForAsync();
        (await reader.Page.Locator("h2.question").Last.InnerTextAsync()).ShouldBe(question);
    }

    [Fact]
    public async Task Feedback_with_a_reason_is_thanked_for()
    {
        await using var reader = await browser.OpenAsync(served.Url);
        await reader.AskAsync(SenseTime);
        await reader.LastReply.GetByRole(AriaRole.Button, new() { Name = "Out of date" }).ClickAsync();
        await reader.Page.GetByLabel("Reason (optional)").FillAsync("There was a later round.");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reader.LastReply.GetByText("Thanks, noted.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task After_a_reload_the_conversation_and_its_replies_are_there_again()
    {
        await using var reader = await browser.OpenAsync(served.Url);
        await reader.AskAsync(SenseTime);
        string before = await reader.LastReply.InnerTextAsync();
        await reader.Page.ReloadAsync();
        await reader.LastReply.Locator(".evidence").WaitForAsync();
        (await reader.LastReply.InnerTextAsync()).ShouldBe(before);
        (await reader.Page.Locator(".history-list a").InnerTextAsync()).ShouldContain("SenseTime");
    }

    [Fact]
    public async Task What_is_not_in_the_articles_is_not_asserted_and_the_nearest_are_shown()
    {
        await using var reader = await browser.OpenAsync(served.Url);
        await reader.AskAsync("Who won the 2022 World Cup?");
        (await reader.LastReply.InnerTextAsync()).ShouldContain("I found nothing that answers this");
        (await reader.LastReply.Locator(".nearest a").CountAsync()).ShouldBeGreaterThan(0);
        (await reader.LastReply.Locator(".feedback").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_a_reader_types_stays_text()
    {
        await using var reader = await browser.OpenAsync(served.Url);
        const string hostile = "<img src=x onerror=alert(1)> What is <b>Viper</b>?";
        await reader.AskAsync(hostile);
        (await reader.Page.Locator("h2.question").InnerTextAsync()).ShouldBe(hostile);
        (await reader.Page.Locator("main img").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Everything_can_be_done_with_the_keyboard_alone()
    {
        await using var reader = await browser.OpenAsync(served.Url);
        await reader.Page.GetByLabel("Your question").FocusAsync();
        await reader.Page.Keyboard.TypeAsync(SenseTime);
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.LastReply.Locator(".evidence").WaitForAsync();
        await TabToAsync(reader, "button.marker", backwards: true);
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("Escape");
        await TabToAsync(reader, ".feedback button");
        await reader.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(reader.Page.GetByLabel("Reason (optional)")).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reader.LastReply.GetByText("Thanks, noted.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Deleting_all_history_leaves_nothing_after_a_reload()
    {
        await using var reader = await browser.OpenAsync(served.Url);
        await reader.AskAsync(SenseTime);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Delete all my history" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Assertions.Expect(reader.Page.Locator(".history-list a")).ToHaveCountAsync(0);
        await reader.Page.ReloadAsync();
        await reader.Page.Locator(".chips button").First.WaitForAsync();
        (await reader.Page.Locator(".history-list a").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(1280, 800, ColorScheme.Light)]
    [InlineData(1280, 800, ColorScheme.Dark)]
    [InlineData(360, 740, ColorScheme.Light)]
    [InlineData(360, 740, ColorScheme.Dark)]
    public async Task Nobody_is_kept_out_and_nothing_runs_off_the_side(int width, int height, ColorScheme scheme)
    {
        await using var reader = await browser.OpenAsync(served.Url, width, height, scheme);
        await reader.Page.Locator(".chips button").First.WaitForAsync();
        (await reader.BarriersAsync()).ShouldBeEmpty("at the start");
        await reader.AskAsync(SenseTime);
        (await reader.BarriersAsync()).ShouldBeEmpty("with an answer");
        await reader.LastReply.Locator("p button.marker").First.ClickAsync();
        await reader.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        (await reader.BarriersAsync()).ShouldBeEmpty("with a source open");
        await ShootAsync(reader, $"source-{width}-{scheme}");
        await reader.Page.Keyboard.PressAsync("Escape");
        await ShootAsync(reader, $"answer-{width}-{scheme}");
        await reader.AskAsync("Who won the 2022 World Cup?");
        (await reader.BarriersAsync()).ShouldBeEmpty("without an answer");
        await ShootAsync(reader, $"abstention-{width}-{scheme}");
        (await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    private static async Task TabToAsync(ReadersPage reader, string selector, bool backwards = false)
    {
        for (int i = 0; i < 40; i++)
        {
            await reader.Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            if (await reader.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }
        throw new InvalidOperationException($"{selector} cannot be reached by Tab.");
    }

    /// <summary>Keeps a picture where SURVBOT_SCREENSHOTS says, for people to look at.</summary>
    private static async Task ShootAsync(ReadersPage reader, string name)
    {
        if (Environment.GetEnvironmentVariable("SURVBOT_SCREENSHOTS") is { Length: > 0 } folder)
            await reader.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name.ToLowerInvariant()}.png") });
    }
}
