using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kring.Bench;

/// <summary>A browser on one conversation: one connection, its cookies, and the form's token.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _path;
    private readonly string _api;
    private string _token = string.Empty;

    internal Visitor(Uri address, string path, string session)
    {
        var cookies = new CookieContainer();
        cookies.Add(address, new Cookie("kring", session));
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        (_path, _api) = (path, $"/api/conversations/{path[(path.LastIndexOf('/') + 1)..]}/messages");
    }

    /// <summary>Reads the page, as a person does: the newest fifty messages.</summary>
    internal async Task Read()
    {
        using var answer = await _client.GetAsync(_path);
        var page = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        if (_token.Length == 0)
            _token = Token().Match(page).Groups["token"].Value;
    }

    internal async Task Post(string text)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", _token), new("kenmerk", Guid.CreateVersion7().ToString()), new("tekst", text)]);
        using var answer = await _client.PostAsync(_path + "/bericht", form);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Follows the conversation live; tells of every event that arrives.</summary>
    internal async Task Follow(Action<string> arrived, TaskCompletionSource open, CancellationToken cancel)
    {
        using var answer = await _client.GetAsync(_path + "/live", HttpCompletionOption.ResponseHeadersRead, cancel);
        using var lines = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancel));
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            open.TrySetResult();
            arrived(line);
        }
    }

    /// <summary>Opens any page, and the one it leads to: who has one network comes in it at once.</summary>
    internal async Task<string> Open(string path)
    {
        using var answer = await _client.GetAsync(path);
        if (answer.Headers.Location is { } elsewhere)
            return await Open(elsewhere.ToString());
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <summary>Looks for words, as the form on the page does: a post that leads to what was found.</summary>
    internal async Task Search(string page, string words)
    {
        if (_token.Length == 0)
            _token = Token().Match(await Open(page)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", _token), new("_handler", "zoeken"), new("woorden", words)]);
        using var answer = await _client.PostAsync(page, form);
        if (answer.Headers.Location is not { } found)
            throw new InvalidOperationException($"The search answered {(int)answer.StatusCode}.");
        await Open(found.ToString());
    }

    /// <summary>The newest fifty messages as JSON.</summary>
    internal async Task ReadJson()
    {
        using var answer = await _client.GetAsync(_api);
        await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    /// <summary>The number of the newest message.</summary>
    internal async Task<long> Newest()
    {
        var read = await _client.GetFromJsonAsync<JsonElement>(_api);
        return read.GetProperty("lastNumber").GetInt64();
    }

    /// <summary>Says something by the JSON endpoint. The page was read before, for its token.</summary>
    internal Task PostJson(string text) => PostJson(text, Guid.CreateVersion7());

    /// <param name="clientId">The same again is the same message.</param>
    internal async Task PostJson(string text, Guid clientId)
    {
        using var body = JsonContent.Create(new { clientId, text });
        body.Headers.Add("X-Kring-Form", _token);
        using var answer = await _client.PostAsync(_api, body);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
