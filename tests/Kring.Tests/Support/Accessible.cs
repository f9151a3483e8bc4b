using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Kring.Tests.Support;

/// <summary>Axe over a page as it stands, on WCAG 2.2 A and AA and axe's own best practices.</summary>
public static class Accessible
{
    private static readonly List<string> Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    public static Task Check(IPage page) => Check(page, new RunOnlyOptions { Type = "tag", Values = Tags });

    /// <summary>Only what another scheme or width changes on a page that was checked before.</summary>
    public static Task CheckLook(IPage page) => Check(page, new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block", "target-size"] });

    private static async Task Check(IPage page, RunOnlyOptions only)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = only });
        Assert.True(result.Passes.Length > 0, $"Axe looked at nothing on {page.Url}.");
        Assert.True(result.Violations.Length == 0, Describe(page.Url, result.Violations));
    }

    private static string Describe(string address, AxeResultItem[] violations) =>
        string.Join('\n', violations.SelectMany(Lines).Prepend($"Axe found {violations.Length} on {address}:"));

    private static IEnumerable<string> Lines(AxeResultItem violation) =>
        violation.Nodes.SelectMany(Lines).Prepend($"  {violation.Impact}: {violation.Help} ({violation.Id}, {violation.HelpUrl})");

    private static IEnumerable<string> Lines(AxeResultNode node) =>
        node.Any.Concat(node.All).Concat(node.None).Select(cause => $"      - {cause.Message}").Prepend($"    {node.Target}\n      {node.Html}");
}
