using System.Net;
using Kring.Access;
using Kring.FirstStart.SetUps;
using Kring.Organisations;
using Kring.People;
using Kring.Platform.Limits;
using Kring.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.FirstStart.SetUps;

public sealed class SetUpTests : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Answers =
    [
        ("naam", "Thuiszorg De Eik"), ("soort", "thuiszorg"), ("plaats", "'s-Hertogenbosch"), ("fgmail", "fg@deeik.example"), ("overeenkomst", "gezamenlijk"),
        ("getekend.Day", "1"), ("getekend.Month", "9"), ("getekend.Year", "2026"), ("kenmerk", "SO-2026-01"),
        ("beheerder-naam", "Bas van Leeuwen"), ("beheerder-mail", "bas@deeik.example"), ("wachtwoord", "een heel lang wachtwoord"),
        ("fg-naam", "Noor van Dijk"), ("fg-mail", "noor@deeik.example"), ("coordinator-naam", "Zoë Ĳsbrandy"), ("coordinator-mail", "zoe@deeik.example"),
    ];

    private readonly KringApp _app = new() { AsksSetUp = true };

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

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
        await Unlocked(browser);
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
    }

    [Fact]
    public void Guessing_the_code_stops_when_nothing_can_be_counted() => Assert.All([SetUpLimits.Code, SetUpLimits.CodePerRange], limit => Assert.Equal(WhenFull.Closed, limit.WhenFull));

    [Fact]
    public async Task Setting_up_makes_an_organisation_and_three_people_who_can_sign_in()
    {
        using var browser = _app.NewBrowser();

        await browser.Submit(await Unlocked(browser), "main form", Answers);
        var done = await browser.Visit(browser.Last!.Headers.Location!.ToString());

        var passwords = done.QuerySelectorAll(".govuk-summary-list__value").Select(v => v.TextContent).ToList();
        Assert.Equal(["Bas van Leeuwen", "bas@deeik.example", "Het wachtwoord dat u koos", "Noor van Dijk", "noor@deeik.example", passwords[5], "Zoë Ĳsbrandy", "zoe@deeik.example", passwords[8]], passwords);
        await CanSignIn("bas@deeik.example", "een heel lang wachtwoord", Role.FunctionalAdministrator);
        await CanSignIn("noor@deeik.example", passwords[5], Role.DataProtectionOfficer);
        await CanSignIn("zoe@deeik.example", passwords[8], Role.Coordinator);
        Assert.Equal("Thuiszorg De Eik", Assert.Single(await _app.In(s => s.GetRequiredService<OrganisationsAccess>().WithAgreement(default))).Name);
    }

    [Fact]
    public async Task Afterwards_there_is_no_set_up_any_more_and_the_passwords_go()
    {
        using var browser = _app.NewBrowser();
        using var stranger = _app.NewBrowser();
        var form = await Unlocked(browser);
        await browser.Submit(form, "main form", Answers);

        Assert.Equal(HttpStatusCode.NotFound, await Status(browser, "/inrichten"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(stranger, "/inrichten/gegevens"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(stranger, "/inrichten/klaar"));
        await browser.Submit(form, "main form", Answers);
        Assert.EndsWith("/inrichten/klaar", browser.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Status(browser, "/inrichten/klaar"));
        _app.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.NotFound, await Status(browser, "/inrichten/klaar"));
    }

    [Fact]
    public async Task What_is_missing_is_named_and_what_was_typed_is_kept()
    {
        using var browser = _app.NewBrowser();

        var page = await browser.Submit(await Unlocked(browser), "main form",
            [.. Answers.Where(a => a.Name is not ("plaats" or "getekend.Year" or "fg-mail" or "wachtwoord")), ("plaats", " "), ("getekend.Year", "2099"), ("fg-mail", "BAS@deeik.example"), ("wachtwoord", "kort")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal(["#plaats", "#getekend", "#wachtwoord", "#fg-mail"], page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Thuiszorg De Eik", page.QuerySelector("#naam")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#wachtwoord")!.GetAttribute("value"));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Unlocked(HttpBrowser browser)
    {
        var code = _app.Services.GetRequiredService<SetUpDesk>().Code;
        await browser.Submit(await browser.Get("/inrichten"), "main form", ("code", $" {code.ToUpperInvariant()} "));
        return await browser.Visit(browser.Last!.Headers.Location!.ToString());
    }

    private static async Task<HttpStatusCode> Status(HttpBrowser browser, string path)
    {
        await browser.Get(path);
        return browser.Last!.StatusCode;
    }

    private Task<Employment> CanSignIn(string mail, string password, Role role) => _app.In(async services =>
    {
        var account = await services.GetRequiredService<PeopleAccess>().AccountOf(mail, default);
        Assert.NotEqual(PasswordVerificationResult.Failed, services.GetRequiredService<IPasswordHasher<Account>>().VerifyHashedPassword(account!, account!.PasswordHash, password));
        return Assert.Single(await services.GetRequiredService<OrganisationsAccess>().EmploymentsOf(account.Person, default), e => e.Role == role);
    });
}
