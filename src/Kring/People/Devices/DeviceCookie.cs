using Kring.Platform;

namespace Kring.People.Devices;

/// <summary>
/// Says which trusted devices this browser may be, beside the key that proves it. One secret for each person who uses the browser: a couple with one tablet
/// are both remembered.
/// </summary>
internal sealed class DeviceCookie(KringOptions options)
{
    private const int MostPersons = 4, LongestSecret = 64;
    private readonly BrowserCookie _cookie = new(options, "kring-apparaat", SameSiteMode.Strict);

    internal IReadOnlyList<string> Read(HttpRequest request)
        => [.. (_cookie.Read(request) ?? string.Empty).Split('.', MostPersons + 1, StringSplitOptions.RemoveEmptyEntries).Where(secret => secret.Length <= LongestSecret).Take(MostPersons)];

    internal void Add(HttpContext context, string secret, DateTimeOffset until)
        => _cookie.Write(context.Response, string.Join('.', Read(context.Request).Prepend(secret).Take(MostPersons)), until);
}
