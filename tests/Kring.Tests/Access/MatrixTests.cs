using System.Net;
using Kring.Access.Log;
using Kring.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access;

/// <summary>Z1: every kind of person at every address; only what the table allows passes, and what is refused in a network is in its log.</summary>
public sealed class MatrixTests(MatrixStage stage) : IClassFixture<MatrixStage>
{
    public static TheoryData<string> Kinds => [.. Matrix.Kinds];

    [Fact]
    public void Every_address_has_its_row()
    {
        Assert.Empty(Addresses().Except(Matrix.Rows.Keys).Select(a => $"{a} has no row in Matrix.cs"));
        Assert.All(Addresses(), address => Assert.DoesNotContain("{", stage.Fill(address), StringComparison.Ordinal));
    }

    [Fact]
    public void What_needs_no_signing_in_is_known()
    {
        var open = Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Address).Distinct();
        Assert.All(open.Where(Matrix.Rows.ContainsKey), address => Assert.True(Matrix.Rows[address].Count == 0 || Matrix.Rows[address].Contains("visitor"), $"{address} is open to visitors."));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Only_what_the_table_allows_passes(string kind)
    {
        using var browser = await stage.Browser(kind);
        var wrong = new List<string>();
        foreach (var address in Addresses().Where(Matrix.Rows.ContainsKey).Order(StringComparer.Ordinal))
        {
            var before = await Refusals(kind);
            var (passed, status) = await Passes(browser, stage.Fill(address));
            if (passed != Matrix.Rows[address].Contains(kind) || status is not (HttpStatusCode.OK or HttpStatusCode.Gone or HttpStatusCode.Found or HttpStatusCode.NotFound or HttpStatusCode.Unauthorized))
                wrong.Add($"{kind} at {address}: {status}");
            else if (status == HttpStatusCode.NotFound && Matrix.Rows[address].Count > 0 && stage.Person(kind) is not null && address.StartsWith("/netwerken/{network}", StringComparison.Ordinal) && await Refusals(kind) == before)
                wrong.Add($"{kind} at {address}: refused, and not in the log");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<int> Refusals(string kind)
    {
        if (stage.Person(kind) is not { } person)
            return 0;
        // Whoever takes part may have looked, which is in the log, before a rule said no.
        var takesPart = Matrix.Rows["/netwerken/{network}/mensen"].Contains(kind);
        return await stage.App.InDatabase(db => db.Set<AccessEntry>().CountAsync(e => e.Person == person && (takesPart || e.Outcome != Outcome.Done) && e.Compartment == stage.Network.Compartment.Id));
    }

    private static async Task<(bool Passed, HttpStatusCode Status)> Passes(HttpBrowser browser, string path)
    {
        using var answer = await browser.Begin(path);
        var leadsToSigningIn = answer.Headers.Location?.ToString().StartsWith("/inloggen?terug=", StringComparison.Ordinal) == true;
        var passed = answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Gone or HttpStatusCode.Found && !leadsToSigningIn;
        return (passed, answer.StatusCode);
    }

    private IEnumerable<string> Addresses() => Endpoints().Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false).Select(Address).Distinct();

    private IEnumerable<RouteEndpoint> Endpoints() => stage.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.Parameters.All(p => !p.IsCatchAll) && !e.RoutePattern.RawText!.Contains("_framework", StringComparison.Ordinal) && !e.RoutePattern.RawText.Contains("_blazor", StringComparison.Ordinal));

    // The network is called Id, Network or network: one name for one thing here.
    internal static string Address(RouteEndpoint endpoint)
    {
        var segments = endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => "{" + parameter.Name.ToLowerInvariant() + "}",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => ".",
        })));
        return ("/" + string.Join('/', segments)).Replace("/netwerken/{id}", "/netwerken/{network}", StringComparison.Ordinal);
    }
}
