using Kring.Platform;

namespace Kring.People;

/// <summary>A cookie that only the server reads: HttpOnly, __Host- and Secure everywhere but on plain http to this machine itself.</summary>
internal sealed class BrowserCookie(KringOptions options, string name, SameSiteMode sameSite)
{
    private readonly string _name = options.SecureCookies ? "__Host-" + name : name;

    internal string? Read(HttpRequest request) => request.Cookies[_name];

    /// <param name="until">Null: gone when the browser closes.</param>
    internal void Write(HttpResponse response, string value, DateTimeOffset? until = null) => response.Cookies.Append(_name, value, Options(until));

    internal void Clear(HttpResponse response) => response.Cookies.Delete(_name, Options(null));

    private CookieOptions Options(DateTimeOffset? until)
        => new() { HttpOnly = true, Secure = options.SecureCookies, SameSite = sameSite, Path = "/", IsEssential = true, Expires = until };
}
