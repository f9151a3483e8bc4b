using System.Globalization;
using Kring.Platform;

namespace Kring.App.Help;

/// <summary>Files that programs and researchers look for at a fixed place.</summary>
internal static class WellKnown
{
    // RFC 9116 asks for less than a year.
    private const int SecurityTextDays = 180;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/security.txt", (KringOptions options, TimeProvider time) => Results.Text(SecurityText(options, time.GetUtcNow()), "text/plain; charset=utf-8")).AllowAnonymous();
        routes.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /\n", "text/plain; charset=utf-8")).AllowAnonymous();
    }

    private static string SecurityText(KringOptions options, DateTimeOffset now)
    {
        var site = options.PublicUrl.GetLeftPart(UriPartial.Authority);
        var contact = options.Contact.Security ?? site + "/hulp";
        var expires = now.UtcDateTime.Date.AddDays(SecurityTextDays).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: nl, en\nCanonical: {site}/.well-known/security.txt\n";
    }
}
