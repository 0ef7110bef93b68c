using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SurvBot.Acceptance.Web;

/// <summary>The machine's own chromium; without it the tests that look at pages are skipped and say what to install.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string? Executable = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Whether there is one on this machine.</summary>
    public static bool IsInstalled => Executable is not null;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>A fresh reader's page; whatever it logs as an error, or asks of another server, fails the test at the end.</summary>
    public async Task<ReadersPage> OpenAsync(string url, int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipWhen(browser is null, "chromium is missing: apt-get install chromium");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        var reader = new ReadersPage(page, url);
        await page.GotoAsync(url);
        return reader;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>The chat page as one reader has it before them.</summary>
public sealed class ReadersPage : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    public ReadersPage(IPage page, string url)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(url, StringComparison.Ordinal))
                complaints.Add($"asked {request.Url}");
        };
    }

    public IPage Page { get; }

    public ILocator LastReply => Page.Locator("article.reply").Last;

    /// <summary>Types a question, sends it and waits for the whole reply.</summary>
    public async Task AskAsync(string question)
    {
        int replies = await Page.Locator("article.reply").CountAsync();
        await Page.GetByLabel("Your question").FillAsync(question);
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("article.reply:not([aria-busy])").Nth(replies).WaitForAsync();
        await LastReply.Locator(".evidence, .failure").First.WaitForAsync();
    }

    /// <summary>What axe-core finds wrong now.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync() =>
        [.. (await Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}")];

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        complaints.ShouldBeEmpty();
    }
}
