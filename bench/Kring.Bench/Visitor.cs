using System.Net;
using System.Text.RegularExpressions;

namespace Kring.Bench;

/// <summary>A browser on one conversation: one connection, its cookies, and the form's token.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _path;
    private string _token = string.Empty;

    internal Visitor(Uri address, string path, string session)
    {
        var cookies = new CookieContainer();
        cookies.Add(address, new Cookie("kring", session));
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        _path = path;
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

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
