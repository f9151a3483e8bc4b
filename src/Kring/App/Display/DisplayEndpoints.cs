using Microsoft.AspNetCore.Mvc;

namespace Kring.App.Display;

internal static class DisplayEndpoints
{
    /// <summary>The language switch at the foot of every page; open to everyone, and guarded by the antiforgery token.</summary>
    public static void MapDisplay(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/weergave/taal", SwitchLanguage).AllowAnonymous();

    private static async Task<IResult> SwitchLanguage(HttpContext context, IKeepLanguage keeper, [FromForm] string? taal, [FromForm] string? terug)
    {
        var now = DisplayCookie.Read(context.Request);
        var chosen = DisplaySettings.Of(now.SizeName, now.ThemeName, taal);
        await keeper.Keep(chosen.Language, context.RequestAborted);
        DisplayCookie.Write(context, chosen);
        return Results.Redirect(ReturnPath.Local(terug));
    }
}
