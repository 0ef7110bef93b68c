using SurvBot.Answers;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Console;

public sealed class ChatSessionTests : IDisposable
{
    private static readonly ArticleDraft[] Funding = [Newsroom.Draft("megvii", "Alibaba funded Megvii."), Newsroom.Draft("sensetime", "In 2018 Qualcomm funded SenseTime in Beijing.")];

    private readonly PlainConsole output = new();
    private readonly PlainConsole notices = new();
    private readonly List<(Question Question, Answer Answer)> answered = [];

    public void Dispose()
    {
        output.Dispose();
        notices.Dispose();
    }

    [Fact]
    public async Task A_pipe_gets_answers_and_nothing_around_them()
    {
        await ChatAsync(["Who funded Megvii?"]);
        output.Text.ShouldStartWith("Alibaba funded Megvii. [1]\n");
        output.Text.ShouldContain("\nSources\n[1] The Verge, “The megvii story”, 20 May 2021, https://news.example/megvii\n");
        notices.Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_is_greeted_and_prompted()
    {
        await ChatAsync(["", "quit"], isTyped: true);
        notices.Text.ShouldBe("Ask a question, or type 'help'.\n> > ");
        output.Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ctrl_D_ends_the_line_that_it_was_typed_on()
    {
        await ChatAsync([], isTyped: true);
        notices.Text.ShouldBe("Ask a question, or type 'help'.\n> \n");
    }

    [Fact]
    public async Task A_question_is_understood_from_those_before_it()
    {
        await ChatAsync(["Who funded SenseTime?", "And in 2015?"]);
        output.Text.ShouldContain("Searched for “Who funded SenseTime in 2015?”");
    }

    [Fact]
    public async Task Each_answer_is_handed_over_with_what_its_question_leaned_on()
    {
        await ChatAsync(["Who funded SenseTime?", "And in 2015?"]);
        answered.Select(turn => turn.Question.Text).ShouldBe(["Who funded SenseTime?", "And in 2015?"]);
        answered[1].Question.History.ShouldHaveSingleItem().Question.ShouldBe("Who funded SenseTime?");
        answered[1].Answer.StandaloneQuestion.ShouldBe("Who funded SenseTime in 2015?");
    }

    [Fact]
    public async Task In_a_new_thread_what_was_said_before_no_longer_counts()
    {
        await ChatAsync(["Who funded SenseTime?", "new", "What about it?", "source 1", "1"]);
        output.Text.ShouldEndWith("Searched for “What about it?” · before 1 Jun 2021\n\nAs of 1 Jun 2021 · 2 articles searched · newest 20 May 2021\n\n");
        notices.Text.ShouldBe("New thread.\nThe last answer has no source 1.\nNo question has the number 1 now.\n");
    }

    [Fact]
    public async Task A_number_asks_the_question_that_it_stands_before()
    {
        await ChatAsync(["Who funded SenseTime?", "1", "9", "history"]);
        string proposed = output.Text.Split("\n  1  ")[1].Split('\n')[0];
        output.Text.ShouldContain("You could ask next, by its number\n  1  ");
        output.Text.ShouldEndWith($"- Who funded SenseTime?\n- {proposed}\n\n");
        notices.Text.ShouldBe("No question has the number 9 now.\n");
    }

    [Theory]
    [InlineData("source 1")]
    [InlineData("[1]")]
    public async Task A_source_is_shown_with_its_quotes(string line)
    {
        await ChatAsync(["Who funded Megvii?", line]);
        output.Text.ShouldEndWith("[1] The Verge, “The megvii story”, 20 May 2021, https://news.example/megvii\n    “Alibaba funded Megvii.”\n\n");
    }

    [Fact]
    public async Task Before_the_first_question_there_is_nothing_to_show()
    {
        await ChatAsync(["source 2", "1", "history"]);
        output.Text.ShouldBeEmpty();
        notices.Text.ShouldBe("The last answer has no source 2.\nNo question has the number 1 now.\nNothing was asked yet.\n");
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        await ChatAsync(["help"]);
        foreach (string command in (string[])["history", "new", "source 2", "[2]", "help", "quit", "Ctrl-D"])
            output.Text.ShouldContain($"{command}");
    }

    [Fact]
    public async Task A_terminal_sees_what_is_done_and_it_goes()
    {
        await ChatAsync(["Who funded Megvii?"], showsProgress: true);
        // The console of the tests has no "\r".
        notices.Text.ShouldBe("\n\u001b[2KSearching 2 articles…\n\u001b[2KReading 2 passages…\n\u001b[2K");
    }

    [Fact]
    public async Task A_chat_that_is_stopped_while_it_waits_for_a_line_ends()
    {
        using var newsroom = await Newsroom.OpenAsync(Funding);
        using var silence = new Silence();
        using var stop = new CancellationTokenSource();
        var chat = Session(newsroom, silence, false, false).RunAsync(stop.Token);
        stop.Cancel();
        await Should.ThrowAsync<OperationCanceledException>(() => chat);
    }

    [Fact]
    public async Task What_was_typed_cannot_command_the_terminal()
    {
        await ChatAsync(["Who is \u001b[31m[red]\u202ENobody[/]?", "history"]);
        output.Text.ShouldContain("- Who is [red]Nobody[/]?\n");
        output.Text.ShouldNotContain('\u001b');
        output.Text.ShouldNotContain('\u202E');
    }

    private async Task ChatAsync(IEnumerable<string> lines, bool isTyped = false, bool showsProgress = false)
    {
        using var newsroom = await Newsroom.OpenAsync(Funding);
        await Session(newsroom, new StringReader(string.Join('\n', lines)), isTyped, showsProgress).RunAsync(TestContext.Current.CancellationToken);
    }

    private ChatSession Session(Newsroom newsroom, TextReader input, bool isTyped, bool showsProgress) =>
        new(newsroom.Answers, new ChatTerminal(input, output.Console, notices.Console, isTyped, showsProgress), () => Newsroom.Now,
            (question, answer) =>
            {
                answered.Add((question, answer));
                return Task.CompletedTask;
            });

    /// <summary>Somebody who types nothing.</summary>
    private sealed class Silence : TextReader
    {
        private readonly ManualResetEventSlim left = new();

        public override string? ReadLine()
        {
            left.Wait();
            return null;
        }

        protected override void Dispose(bool disposing)
        {
            left.Set();
            base.Dispose(disposing);
        }
    }
}
