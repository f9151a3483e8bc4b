using Kring.Platform;

namespace Kring.People.SignIns;

/// <summary>Binds an attempt to sign in to the browser that gave the right password.</summary>
internal sealed class SignInCookie(KringOptions options)
{
    private readonly BrowserCookie _cookie = new(options, "kring-inloggen", SameSiteMode.Strict);

    internal string? Read(HttpRequest request) => _cookie.Read(request) is { Length: > 0 and <= 100 } secret ? secret : null;

    internal void Write(HttpResponse response, string secret) => _cookie.Write(response, secret);

    internal void Clear(HttpResponse response) => _cookie.Clear(response);
}
