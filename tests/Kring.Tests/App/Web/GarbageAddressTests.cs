using System.Net;
using System.Reflection;
using Kring.Tests.Access;
using Kring.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kring.Tests.App.Web;

/// <summary>Whatever stands in an address, nobody gets the page of a fault for it, and the operator reads nothing of it.</summary>
public sealed class GarbageAddressTests(MatrixStage stage) : IClassFixture<MatrixStage>
{
    // As they stand in the address: of another kind, out of range, NUL, bytes that are no UTF-8 (overlong, half a pair), a new line, quotes, and far too long.
    private static readonly string[] Garbage =
    [
        "abc", "", "-1", "1.5", "99999999999999999999", "9223372036854775807", "00000000-0000-0000-0000-000000000000", "019a0000-zzzz", "1_2_3", "9999-99-99", "%00", "1%00", "%C0%80", "%ED%A0%80",
        "%FF", "%0d%0aX-Kring:1", "'--", "%22%3E%3Cscript%3E", "..%2f..%2f", "%F0%9F%98%80", "[]", "%E2%80%AE", "%", "a;b", new('7', 3_000),
    ];

    // Where no page says what it takes.
    private static readonly string[] KnownNames = ["na", "wie", "periode", "van", "tot", "soort", "voor", "terug"];

    private static readonly string[] Lookers = ["recipient", "coordinator", "officer", "visitor"];

    public static TheoryData<string> Looking => [.. Lookers];

    [Theory]
    [MemberData(nameof(Looking))]
    public async Task Garbage_in_a_query_is_no_fault(string kind)
    {
        using var browser = await stage.Browser(kind);
        var wrong = new List<string>();
        foreach (var (address, names) in Queries())
        {
            foreach (var name in names)
            {
                foreach (var value in Garbage)
                    await Ask(browser, $"{stage.Fill(address)}?{name}={value}", wrong);
                await Ask(browser, $"{stage.Fill(address)}?{name}=abc&{name}=1&{name}", wrong);
            }

            await Ask(browser, $"{stage.Fill(address)}?%00=%00&=&&%FF=1&role=Director&networkId=1&{new string('x', 3_000)}=1", wrong);
        }

        Nothing(wrong);
    }

    [Theory]
    [MemberData(nameof(Looking))]
    public async Task Garbage_in_the_place_of_an_id_is_no_fault(string kind)
    {
        using var browser = await stage.Browser(kind);
        var wrong = new List<string>();
        foreach (var address in Matrix.Rows.Keys)
        {
            var parts = address.Split('/');
            for (var i = 0; i < parts.Length; i++)
            {
                if (!parts[i].StartsWith('{'))
                    continue;
                foreach (var value in Garbage)
                    await Ask(browser, stage.Fill(string.Join('/', [.. parts[..i], value, .. parts[(i + 1)..]])), wrong);
            }
        }

        Nothing(wrong);
    }

    [Fact]
    public async Task A_place_in_a_list_that_is_none_is_not_there()
    {
        using var browser = await stage.Browser("recipient");
        var path = stage.Fill("/netwerken/{network}/berichten/{conversation}");

        foreach (var query in new[] { "?voor=abc", "?na=%00", "?antwoord=1.5", "?voor=1&voor=abc" })
        {
            var page = await browser.Get(path + query);
            Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
            Assert.Equal("Deze pagina is er niet", page.QuerySelector("h1")?.TextContent.Trim());
        }

        await browser.Get(path + "?voor=");
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
    }

    private static async Task Ask(HttpBrowser browser, string path, List<string> wrong)
    {
        using var answer = await browser.Begin(path);
        if ((int)answer.StatusCode >= 500 && !path.StartsWith("/fout/50", StringComparison.Ordinal))
            wrong.Add($"{(int)answer.StatusCode} at {path[..Math.Min(path.Length, 200)]}");
    }

    private void Nothing(List<string> wrong)
    {
        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', wrong.Take(40))}");
        Assert.Empty(stage.App.Log.All.Where(l => l.Level >= LogLevel.Error).Select(l => l.Line).Take(5));
    }

    /// <summary>Every address and the names in its query that it reads.</summary>
    private IEnumerable<(string Address, IReadOnlyList<string> Names)> Queries()
    {
        var pages = stage.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).ToLookup(e => MatrixTests.Address(e), e => e.Metadata.GetMetadata<ComponentTypeMetadata>()!.Type);
        foreach (var address in Matrix.Rows.Keys)
            yield return (address, pages.Contains(address) ? [.. pages[address].SelectMany(NamesOf).Distinct()] : KnownNames);
    }

    private static IEnumerable<string> NamesOf(Type page) => page.GetProperties()
        .Select(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is { } query ? query.Name ?? p.Name : null).OfType<string>();
}
