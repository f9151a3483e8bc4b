using Kring.Platform;

namespace Kring.People.Sessions;

/// <summary>The session's cookie, gone with the browser. Lax, so that a link in a notice leads into an open session.</summary>
internal sealed class SessionCookie(KringOptions options)
{
    private readonly BrowserCookie _cookie = new(options, "kring", SameSiteMode.Lax);

    internal string? Read(HttpRequest request) => _cookie.Read(request);

    internal void Write(HttpResponse response, string secret) => _cookie.Write(response, secret);

    internal void Clear(HttpResponse response) => _cookie.Clear(response);
}
