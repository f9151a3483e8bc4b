using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.FirstStart.SetUps;
using Kring.Organisations;
using Kring.People;
using Kring.Platform.Limits;
using Kring.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.FirstStart.SetUps;

/// <summary>While Kring is empty, the code of the console opens the set-up and nothing else does.</summary>
public sealed class SetUpCodeTests : IAsyncLifetime
{
    private readonly KringApp _app = new() { AsksSetUp = true };

    [Theory]
    [InlineData("/")]
    [InlineData("/inloggen")]
    [InlineData("/netwerken/nieuw")]
    [InlineData("/bestaat-niet")]
    public async Task While_Kring_is_empty_every_page_leads_to_the_set_up(string path)
    {
        using var browser = _app.NewBrowser();

        await browser.Get(path);

        Assert.Equal("/inrichten", browser.Last!.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Without_the_code_of_the_console_nobody_sets_Kring_up()
    {
        using var browser = _app.NewBrowser();

        var page = await browser.Submit(await browser.Get("/inrichten"), "main form", ("code", "aaaa-bbbb-cccc"));
        await browser.Get("/inrichten/gegevens");

        Assert.Equal("Deze code klopt niet. Typ de code die op het scherm staat waar Kring het laatst is gestart.", page.QuerySelector(".govuk-error-summary a")?.TextContent);
        Assert.EndsWith("/inrichten", browser.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_eleventh_code_in_a_quarter_is_refused_the_right_one_too()
    {
        using var browser = _app.NewBrowser();
        var form = await browser.Get("/inrichten");
        for (var i = 0; i < 10; i++)
        {
            await browser.Submit(form, "main form", ("code", "aaaa-bbbb-cccc"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        }

        var page = await browser.Submit(form, "main form", ("code", _app.Services.GetRequiredService<SetUpDesk>().Code));

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Last!.StatusCode);
        Assert.InRange(browser.Last.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Equal("U hebt het te vaak geprobeerd. Probeer het over 15 minuten opnieuw.", page.QuerySelector(".govuk-error-summary li")!.TextContent);
        await browser.Get("/inrichten/gegevens");
        Assert.EndsWith("/inrichten", browser.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        _app.Clock.Advance(TimeSpan.FromMinutes(15));
        await _app.Unlocked(browser);
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
    }

    [Fact]
    public void Guessing_the_code_stops_when_nothing_can_be_counted() => Assert.All([SetUpLimits.Code, SetUpLimits.CodePerRange], limit => Assert.Equal(WhenFull.Closed, limit.WhenFull));

    [Theory]
    [InlineData("", "Vul de inrichtcode in")]
    [InlineData("  ", "Vul de inrichtcode in")]
    [InlineData("abcd", "Deze code klopt niet. Typ de code die op het scherm staat waar Kring het laatst is gestart.")]
    public async Task A_code_that_is_missing_is_asked_for_and_a_wrong_one_is_said(string typed, string sentence)
    {
        using var browser = _app.NewBrowser();

        var page = await browser.Submit(await browser.Get("/inrichten"), "main form", ("code", typed));

        Assert.Equal(sentence, page.QuerySelector(".govuk-error-summary a")?.TextContent);
    }

    [Theory]
    [InlineData("-", "")]
    [InlineData("-", " - ")]
    [InlineData("-", "-")]
    public async Task The_code_may_be_typed_with_or_without_hyphens(string was, string typed)
    {
        using var browser = _app.NewBrowser();
        var code = _app.Services.GetRequiredService<SetUpDesk>().Code;

        await browser.Submit(await browser.Get("/inrichten"), "main form", ("code", code.Replace(was, typed, StringComparison.Ordinal)));

        Assert.EndsWith("/inrichten/gegevens", browser.Path(), StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<HttpStatusCode> Status(HttpBrowser browser, string path)
    {
        await browser.Get(path);
        return browser.Last!.StatusCode;
    }
}
