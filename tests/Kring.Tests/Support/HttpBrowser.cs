using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Kring.Tests.Support;

/// <summary>What a browser without scripts does: keeps cookies, reads pages, fills in forms as they stand on the page.</summary>
internal sealed class HttpBrowser(Func<Uri> address) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _client;

    private HttpClient Client => _client ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = address() };

    /// <summary>Headers that go with every request, as a proxy would add them.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public HttpResponseMessage? Last { get; private set; }

    public Task<IHtmlDocument> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>The head of an answer, whose body may never end.</summary>
    public Task<HttpResponseMessage> Begin(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Gets the page and follows its redirects.</summary>
    public async Task<IHtmlDocument> Visit(string path)
    {
        var page = await Get(path);
        for (var hops = 0; hops < 5 && Last!.Headers.Location is { } next; hops++)
            page = await Get(next.ToString());
        return page;
    }

    /// <summary>Fills in the form that a selector finds on the page, as it stands, and sends it. Redirects are not followed.</summary>
    public Task<IHtmlDocument> Submit(IHtmlDocument page, string selector, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form '{selector}' on {page.Title}.");
        var values = form.QuerySelectorAll("input[name],textarea[name],select[name]").Where(IsSent).Select(e => (e.GetAttribute("name")!, ValueOf(e)))
            .Where(v => fields.All(f => f.Name != v.Item1)).Concat(fields.Select(f => (f.Name, f.Value)));
        var action = form.GetAttribute("action") is { Length: > 0 } there ? there : Last!.RequestMessage!.RequestUri!.PathAndQuery;
        return Send(new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(values.Select(v => new KeyValuePair<string, string>(v.Item1, v.Item2))) });
    }

    /// <summary>As <see cref="Submit"/>, with files chosen in its fields for files; those left empty are posted as a browser posts them.</summary>
    public Task<IHtmlDocument> SubmitFiles(IHtmlDocument page, string selector, IReadOnlyList<ChosenFile> files, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form '{selector}' on {page.Title}.");
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        var body = new MultipartFormDataContent();
        var inputs = form.QuerySelectorAll("input[name],textarea[name],select[name]");
        foreach (var (name, value) in inputs.Where(e => e is not IHtmlInputElement { Type: "file" } && IsSent(e)).Select(e => (e.GetAttribute("name")!, ValueOf(e))).Where(v => fields.All(f => f.Name != v.Item1)).Concat(fields))
            body.Add(new StringContent(value), name);
        foreach (var empty in inputs.OfType<IHtmlInputElement>().Where(e => e.Type == "file" && files.All(f => f.Field != e.Name)))
            body.Add(Nothing(empty.Name!));
        foreach (var file in files)
        {
            Assert.Contains(inputs, e => e.GetAttribute("name") == file.Field);
            body.Add(Part(file));
        }

        return Send(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = body });
    }

    private static ByteArrayContent Nothing(string field) => Part(new ChosenFile(field, "", []));

    private static ByteArrayContent Part(ChosenFile file)
    {
        var part = new ByteArrayContent(file.Bytes);
        // A browser writes it in UTF-8 as it is.
        part.Headers.TryAddWithoutValidation("Content-Disposition", Encoding.Latin1.GetString(Encoding.UTF8.GetBytes($"form-data; name=\"{file.Field}\"; filename=\"{file.Name}\"")));
        part.Headers.TryAddWithoutValidation("Content-Type", file.Type);
        return part;
    }

    public async Task<IHtmlDocument> Send(HttpRequestMessage request)
    {
        if (!request.Headers.Accept.TryParseAdd("text/html"))
            throw new InvalidOperationException("Accept was refused.");
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        Last = await Client.SendAsync(request);
        var html = await Last.Content.ReadAsStringAsync();
        var context = BrowsingContext.New(Configuration.Default);
        return (IHtmlDocument)await context.OpenAsync(response => response.Content(html).Address(new Uri(address(), Last.RequestMessage!.RequestUri!).ToString()));
    }

    /// <summary>Puts a cookie in the browser, as a copied one would be.</summary>
    public void SetCookie(string name, string value) => _cookies.Add(address(), new Cookie(name, value));

    public string? Cookie(string name) => _cookies.GetCookies(address())[name]?.Value;

    public void Dispose() => _client?.Dispose();

    private static bool IsSent(IElement field) => field switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } choice => choice.IsChecked,
        IHtmlInputElement { Type: "submit" or "button" } => false,
        _ => true,
    };

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? string.Empty,
        _ => string.Empty,
    };
}

/// <summary>A file as somebody chooses it in a form.</summary>
/// <param name="Type">What the browser says it is.</param>
internal sealed record ChosenFile(string Field, string Name, byte[] Bytes, string Type = "application/octet-stream");
