using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kring.Tests.Support;

/// <summary>Screenshots of the main states, for the README and for looking at, in artifacts/screens.</summary>
public static partial class Screens
{
    /// <summary>Saves the whole page; the name is lower case with hyphens, without a file type.</summary>
    public static async Task Save(IPage page, string name)
    {
        Assert.Matches(Plain(), name);
        var path = Path.Combine(Repository.Artifacts("screens"), name + ".png");
        await page.ScreenshotAsync(new() { Path = path, FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();
}
