using Microsoft.AspNetCore.Localization;

namespace Kring.App.Display;

/// <summary>The language comes from the reader's own choice only; Accept-Language is not used, so Dutch is what a first visit shows.</summary>
public sealed class DisplayCulture : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult<ProviderCultureResult?>(new(DisplayCookie.Read(httpContext.Request).CultureName));
}
