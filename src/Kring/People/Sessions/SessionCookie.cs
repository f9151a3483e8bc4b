using Kring.Platform;

namespace Kring.People.Sessions;

/// <summary>The session's cookie: HttpOnly, same-site, gone with the browser; __Host- and Secure everywhere but on plain http to this machine itself.</summary>
internal sealed class SessionCookie(KringOptions options)
{
    private string Name => options.SecureCookies ? "__Host-kring" : "kring";

    internal string? Read(HttpRequest request) => request.Cookies[Name];

    internal void Write(HttpResponse response, string secret) => response.Cookies.Append(Name, secret, Options());

    internal void Clear(HttpResponse response) => response.Cookies.Delete(Name, Options());

    private CookieOptions Options() => new() { HttpOnly = true, Secure = options.SecureCookies, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
