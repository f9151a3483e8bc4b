using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Kring.Tests.Support;

/// <summary>Axe over a page as it stands, on WCAG 2.2 A and AA and axe's own best practices. A page is given axe once, however often it is looked at.</summary>
public static class Accessible
{
    private const string Everything = """{ "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }""";
    private const string Look = """{ "type": "rule", "values": ["color-contrast", "link-in-text-block", "target-size"] }""";
    private const string Run = """
        only => axe.run(document, { runOnly: JSON.parse(only), resultTypes: ["violations"] }).then(({ passes, violations }) => JSON.stringify({
          passed: passes.length,
          found: violations.map(({ impact, help, id, helpUrl, nodes }) => [`  ${impact}: ${help} (${id}, ${helpUrl})`,
            ...nodes.map(node => [`    ${node.target}`, `      ${node.html}`, ...[...node.any, ...node.all, ...node.none].map(cause => `      - ${cause.message}`)].join("\n"))].join("\n")),
        }))
        """;

    private static readonly Lazy<string> Axe = new(() =>
    {
        using var source = typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js") ?? throw new InvalidOperationException("The package holds no axe.");
        using var reader = new StreamReader(source);
        return reader.ReadToEnd();
    });

    public static Task Check(IPage page) => Check(page, Everything);

    /// <summary>Only what another scheme or width changes on a page that was checked before.</summary>
    public static Task CheckLook(IPage page) => Check(page, Look);

    private static async Task Check(IPage page, string only)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'"))
            await page.EvaluateAsync($"(() => {{ {Axe.Value} }})()");
        var result = JsonSerializer.Deserialize<Findings>(await page.EvaluateAsync<string>(Run, only), JsonSerializerOptions.Web)!;
        Assert.True(result.Passed > 0, $"Axe looked at nothing on {page.Url}.");
        Assert.True(result.Found.Length == 0, $"Axe found {result.Found.Length} on {page.Url}:\n{string.Join('\n', result.Found)}");
    }

    private sealed record Findings(int Passed, string[] Found);
}
