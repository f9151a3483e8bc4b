using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kring.Access;
using Kring.Tests.Conversations;
using Kring.Tests.Support;

namespace Kring.Tests.Faults;

/// <summary>What the program said stands in a conversation.</summary>
/// <param name="Client">Who posted it: each client goes on only after the answer.</param>
internal sealed record Acknowledged(int Client, string Conversation, PersonId Author, Guid ClientId, long Number);

/// <summary>
/// Eight browsers of four people in two conversations. Each posts one message after the other over the JSON endpoint, and tries again under the same id until it is acknowledged,
/// whatever happens to the program meanwhile.
/// </summary>
internal sealed class Crowd : IDisposable
{
    private const int Browsers = 8;
    private readonly ConcurrentQueue<Acknowledged> _acknowledged = new();
    private readonly ConcurrentDictionary<string, int> _answers = new(StringComparer.Ordinal);
    private readonly List<(HttpBrowser Browser, PersonId Person, string Path, string Token)> _clients = [];

    internal IReadOnlyCollection<Acknowledged> Acknowledged => _acknowledged;

    /// <summary>Every kind of answer that a try got, with how often: a status, or that there was none.</summary>
    internal IReadOnlyDictionary<string, int> Answers => _answers;

    /// <summary>How much longer than a few words each message is, in characters.</summary>
    internal int Wordy { get; init; }

    /// <summary>The conversations they write in.</summary>
    internal IReadOnlyList<string> Paths { get; private set; } = [];

    /// <summary>Gathers them around a program that runs.</summary>
    /// <param name="nodes">Where it listens, one address for each node; also after it came back.</param>
    internal static async Task<Crowd> Gather(TalkStage stage, IReadOnlyList<Uri> nodes, IReadOnlyList<string> paths, int wordy = 0)
    {
        var crowd = new Crowd { Paths = paths, Wordy = wordy };
        PersonId[] people = [stage.Annie, stage.Joke, stage.Ahmed, stage.Marieke];
        var sessions = new List<string>();
        foreach (var person in people)
        {
            using var browser = await stage.World.SignedIn(person);
            sessions.Add(browser.Cookie("kring")!);
        }

        for (var i = 0; i < Browsers; i++)
        {
            var node = nodes[i % nodes.Count];
            var browser = new HttpBrowser(() => node);
            browser.SetCookie("kring", sessions[i % people.Length]);
            var path = paths[(i + (i / people.Length)) % paths.Count];
            var token = (await browser.Get(path)).QuerySelector("form.composer [name=__RequestVerificationToken]")!.GetAttribute("value")!;
            crowd._clients.Add((browser, people[i % people.Length], path, token));
        }

        return crowd;
    }

    /// <summary>All of them post until so many messages are acknowledged.</summary>
    internal Task Post(int messages) => Task.WhenAll(_clients.Select((_, client) => Task.Run(() => Post(client, messages / Browsers))));

    /// <summary>Waits until somebody got such an answer.</summary>
    internal async Task Hears(string answer)
    {
        try
        {
            await Waits.Until($"somebody is told {answer}", () => Task.FromResult(_answers.ContainsKey(answer)));
        }
        catch (Xunit.Sdk.XunitException never)
        {
            throw new Xunit.Sdk.XunitException($"{never.Message} They were told {Told()}.", never);
        }
    }

    /// <summary>Waits until so many are acknowledged.</summary>
    internal Task Reaches(int messages, TimeSpan? within = null) => Waits.Until($"{messages} messages are acknowledged", () => Task.FromResult(_acknowledged.Count >= messages), within);

    public void Dispose() => _clients.ForEach(c => c.Browser.Dispose());

    private async Task Post(int client, int messages)
    {
        for (var i = 0; i < messages; i++)
        {
            var (id, tries) = (Guid.CreateVersion7(), 0);
            while (!await Try(client, id, $"Bericht {i} van {client}{new string('!', Wordy)}"))
            {
                Assert.True(++tries < 600, $"A message was never taken: {Told()}");
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }

    private async Task<bool> Try(int client, Guid id, string text)
    {
        var (browser, person, path, token) = _clients[client];
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/conversations/{path.Split('/')[^1]}/messages") { Content = JsonContent.Create(new { clientId = id, text }) };
        request.Headers.Add("X-Kring-Form", token);
        try
        {
            await browser.Send(request);
            Count(((int)browser.Last!.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (browser.Last.StatusCode != HttpStatusCode.OK)
                return false;
            var number = (await browser.Last.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("number").GetInt64();
            _acknowledged.Enqueue(new Acknowledged(client, path, person, id, number));
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            Count("no answer");
            return false;
        }
    }

    private void Count(string answer) => _answers.AddOrUpdate(answer, 1, (_, before) => before + 1);

    /// <summary>The answers in words.</summary>
    internal string Told() => string.Join(", ", _answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Value} times {a.Key}"));
}
