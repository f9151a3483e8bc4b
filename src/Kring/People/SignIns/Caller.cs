using Kring.Platform.Limits;

namespace Kring.People.SignIns;

/// <summary>From where somebody signs in: the address, the range it is counted by, and the browser in words.</summary>
internal sealed record Caller(string Address, string Range, string Browser)
{
    internal static Caller Of(HttpContext context) => new(
        context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
        AddressRange.Of(context.Connection.RemoteIpAddress),
        BrowserWords.Of(context.Request.Headers.UserAgent.ToString()));
}
