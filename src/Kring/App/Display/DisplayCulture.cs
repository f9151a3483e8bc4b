using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Kring.App.Display;

/// <summary>The language comes from the reader's own choice only; Accept-Language is not used, so Dutch is what a first visit shows.</summary>
public sealed class DisplayCulture : RequestCultureProvider
{
    /// <summary>The language of this request: "nl" or "en".</summary>
    internal static string LanguageNow => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "nl";

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult<ProviderCultureResult?>(new(DisplayCookie.Read(httpContext.Request).CultureName));
}
