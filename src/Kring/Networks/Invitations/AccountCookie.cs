using System.Security.Cryptography;
using Kring.Access.Sealing;
using Kring.People;
using Kring.Platform;
using Microsoft.AspNetCore.WebUtilities;

namespace Kring.Networks.Invitations;

/// <summary>
/// Binds an account that is being made to the browser it was asked for in. Given with the form, so that sending the form twice comes from one browser. Lax: opening the link in
/// the SMS once more leads to where somebody was.
/// </summary>
internal sealed class AccountCookie(KringOptions options)
{
    private readonly BrowserCookie _cookie = new(options, "kring-account", SameSiteMode.Lax);

    internal string? Read(HttpRequest request) => _cookie.Read(request) is { Length: > 0 and <= 100 } secret ? secret : null;

    /// <summary>The secret of this browser, a new one if it has none.</summary>
    internal string Ensure(HttpContext context)
    {
        if (Read(context.Request) is { } there)
            return there;
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        _cookie.Write(context.Response, secret);
        return secret;
    }

    internal void Clear(HttpResponse response) => _cookie.Clear(response);
}

internal static class AccountSecrets
{
    /// <summary>The stored form of the secret in the cookie.</summary>
    internal static LookupIndex OfAccountBrowser(this LookupIndexes indexes, string secret) => indexes.OfSecret("account", secret);
}
