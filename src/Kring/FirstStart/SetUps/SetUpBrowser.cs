using Kring.Platform;

namespace Kring.FirstStart.SetUps;

/// <summary>The browser of whoever typed the code from the console.</summary>
internal sealed class SetUpBrowser(SetUpDesk desk, KringOptions options, IHttpContextAccessor accessor)
{
    private string CookieName => options.SecureCookies ? "__Host-kring-inrichten" : "kring-inrichten";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Setting up is done in a browser.");

    internal bool IsUnlocked => desk.IsUnlocked(Context.Request.Cookies[CookieName]);

    internal bool Unlock(string? code)
    {
        if (desk.Unlock(code) is not { } secret)
            return false;
        Context.Response.Cookies.Append(CookieName, secret, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = options.SecureCookies, Path = "/" });
        return true;
    }
}
