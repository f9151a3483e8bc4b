using Microsoft.AspNetCore.Http;

namespace Kring.App.Display;

internal static class DisplayCookie
{
    public static DisplaySettings Read(HttpRequest request) => DisplaySettings.Parse(request.Cookies[NameFor(request)]);

    public static void Write(HttpContext context, DisplaySettings settings) =>
        context.Response.Cookies.Append(NameFor(context.Request), settings.Format(), new CookieOptions
        {
            Path = "/",
            HttpOnly = true,
            IsEssential = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(365),
        });

    // Browsers refuse the prefix over plain http, which only loopback uses.
    private static string NameFor(HttpRequest request) => request.IsHttps ? "__Host-kring-weergave" : "kring-weergave";
}
