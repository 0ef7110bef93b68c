using System.Net.Sockets;
using System.Text;

namespace SurvBot.Acceptance.Chaos;

/// <summary>Clients that send too slowly, or too much.</summary>
[Trait("Category", "Chaos")]
public sealed class SlowClientTests
{
    private const int Slow = 100, Others = 10;

    private static readonly TimeSpan Byte = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Slow_clients_are_shown_out_and_hold_up_nobody_else()
    {
        await using var rig = await Rig.CreateAsync();
        await rig.StartAsync();
        var slow = Enumerable.Range(0, Slow).Select(_ => DripAsync(rig.Url)).ToList();
        rig.Senders.Say(Others);
        (await rig.SettleAsync($"{Slow} slow clients", 1)).ShouldBeClean(Others);
        slow.ShouldNotContain(client => client.IsCompleted, "they must outlast the others, or they prove nothing");

        (await Task.WhenAll(slow).WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldAllBe(answer => answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_refused()
    {
        await using var rig = await Rig.CreateAsync();
        await rig.StartAsync();
        using var client = await ConnectAsync(rig.Url, bodyLength: 1024 * 1024);
        (await ReadAsync(client)).ShouldStartWith("HTTP/1.1 413");
        rig.Senders.Say(1);
        (await rig.SettleAsync("body of 1 MB", 1)).ShouldBeClean(1);
    }

    /// <summary>Sends a byte a second until the other side answers; gives its answer.</summary>
    private static async Task<string> DripAsync(string url)
    {
        using var client = await ConnectAsync(url, bodyLength: 1000);
        var answer = ReadAsync(client);
        while (await Task.WhenAny(answer, Task.Delay(Byte, TestContext.Current.CancellationToken)) != answer)
            await client.GetStream().WriteAsync(" "u8.ToArray(), TestContext.Current.CancellationToken);
        return await answer;
    }

    private static async Task<TcpClient> ConnectAsync(string url, int bodyLength)
    {
        var address = new Uri(url);
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        string head = $"POST /chaos/events HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {bodyLength}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task<string> ReadAsync(TcpClient client)
    {
        byte[] answer = new byte[4096];
        int length = await client.GetStream().ReadAsync(answer, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(answer, 0, length);
    }
}
