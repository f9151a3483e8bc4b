using System.Globalization;
using Kring.App;
using Kring.App.Display;

namespace Kring.People.SignIns;

/// <summary>The pages of signing in. Where somebody was going travels along, and is looked at anew on every page.</summary>
internal static class SignInPaths
{
    internal static string Of(SecondStep step, string? back) => step switch
    {
        SecondStep.TrustedDevice => With("/inloggen/apparaat", back),
        SecondStep.MailedCode => With("/inloggen/code", back),
        SecondStep.Password => "/inloggen/wachtwoord",
    };

    internal static string StartOver(string? back) => With("/inloggen?opnieuw=true", back);

    internal static string With(string path, string? back)
        => ReturnPath.Local(back) is { Length: > 1 } local ? $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}terug={Uri.EscapeDataString(local)}" : path;

    /// <summary>Answers 429 with when to try again, and gives the sentence that says so.</summary>
    internal static string TooOften(this HttpContext context, TimeSpan wait)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        return minutes <= 1 ? SignInTexts.TooOftenMinute : minutes < 120 ? SignInTexts.TooOften.Fill(minutes) : SignInTexts.TooOftenHours.Fill((int)Math.Ceiling(wait.TotalHours));
    }
}
