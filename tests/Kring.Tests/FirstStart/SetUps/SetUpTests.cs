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

public sealed class SetUpTests : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Answers =
    [
        ("naam", "Thuiszorg De Eik"), ("soort", "thuiszorg"), ("plaats", "'s-Hertogenbosch"), ("fgmail", "fg@deeik.example"), ("overeenkomst", "gezamenlijk"),
        ("getekend.Day", "1"), ("getekend.Month", "9"), ("getekend.Year", "2026"), ("kenmerk", "SO-2026-01"),
        ("beheerder-naam", "Bas van Leeuwen"), ("beheerder-mail", "bas@deeik.example"),
        ("fg-naam", "Noor van Dijk"), ("fg-mail", "noor@deeik.example"), ("coordinator-naam", "Zoë Ĳsbrandy"), ("coordinator-mail", "zoe@deeik.example"),
    ];

    private readonly KringApp _app = new() { AsksSetUp = true };

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Setting_up_makes_an_organisation_and_three_people_and_the_officer_and_coordinator_choose_their_own_password()
    {
        using var browser = _app.NewBrowser();

        await SetUp(browser);
        var done = await browser.Visit(browser.Path()!);

        Assert.DoesNotContain("wachtwoord-kiezen", done.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Mijn gegevens, Wachtwoord wijzigen", done.Body!.TextContent, StringComparison.Ordinal);
        await CanSignIn("bas@deeik.example", "een heel lang wachtwoord", Role.FunctionalAdministrator);
        foreach (var (mail, role) in new[] { ("noor@deeik.example", Role.DataProtectionOfficer), ("zoe@deeik.example", Role.Coordinator) })
        {
            var notice = await _app.LastNotice(await PersonOf(mail));
            Assert.Equal((NoticeKind.Invitation, mail), (notice.Kind, notice.Address));
            Assert.Equal(["language", "name", "path"], notice.Variables.Keys.Order());
            using var own = _app.NewBrowser();
            await own.Submit(await own.Get(notice.Variables["path"]), "main form", ("wachtwoord", "mijn eigen geheim"));
            Assert.Equal("/inloggen?gekozen=true", own.Path());
            await CanSignIn(mail, "mijn eigen geheim", role);
        }

        Assert.Equal("Thuiszorg De Eik", Assert.Single(await _app.In(s => s.GetRequiredService<OrganisationsAccess>().WithAgreement(default))).Name);
    }

    [Fact]
    public async Task Without_a_mail_server_the_form_says_so_and_the_end_shows_links_to_hand_over()
    {
        await using var app = new KringApp { AsksSetUp = true, Environment = "Production" };
        await app.InitializeAsync();
        using var browser = app.NewBrowser();
        var form = await app.Unlocked(browser);
        Assert.Contains("Daarom stuurt Kring geen uitnodigingen", form.Body!.TextContent, StringComparison.Ordinal);

        await SetUp(browser, form);
        var done = await browser.Visit(browser.Path()!);

        var links = done.QuerySelectorAll(".govuk-summary-list__value").Select(v => v.TextContent).Where(v => v.Contains("/wachtwoord-kiezen/", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, links.Distinct().Count());
        using var own = app.NewBrowser();
        await own.Submit(await own.Get(new Uri(links[0]).AbsolutePath), "main form", ("wachtwoord", "mijn eigen geheim"));
        Assert.Equal("/inloggen?gekozen=true", own.Path());
        Assert.Empty(await app.Notices(await PersonOf("noor@deeik.example", app)));
    }

    [Fact]
    public async Task Afterwards_there_is_no_set_up_any_more_and_the_end_page_goes()
    {
        using var browser = _app.NewBrowser();
        using var stranger = _app.NewBrowser();
        var form = await _app.Unlocked(browser);
        await SetUp(browser, form);

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

        var page = await browser.Submit(await _app.Unlocked(browser), "main form",
            [.. Answers.Where(a => a.Name is not ("plaats" or "getekend.Year" or "fg-mail")), ("plaats", " "), ("getekend.Year", "2099"), ("fg-mail", "BAS@deeik.example"), ("stap", "controleer")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal(["#plaats", "#getekend", "#fg-mail"], page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Thuiszorg De Eik", page.QuerySelector("#naam")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_empty_form_says_of_each_field_whose_it_is_and_compares_nothing()
    {
        using var browser = _app.NewBrowser();

        var page = await browser.Submit(await _app.Unlocked(browser), "main form", ("stap", "controleer"));

        var sentences = page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.TextContent).ToList();
        Assert.Equal(13, sentences.Count);
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
        Assert.DoesNotContain(sentences, s => s.Contains("iemand anders", StringComparison.Ordinal));
        Assert.Contains("Vul de naam van de FG in", sentences);
    }

    [Fact]
    public async Task The_check_page_leads_from_each_answer_to_its_field_and_back()
    {
        using var browser = _app.NewBrowser();
        var check = await browser.Submit(await _app.Unlocked(browser), "main form", [.. Answers, ("stap", "controleer")]);

        var changes = check.QuerySelectorAll("button[formaction]").Select(b => b.GetAttribute("formaction")).ToList();
        Assert.Equal(13, changes.Distinct().Count());
        Assert.Contains("/inrichten/gegevens#fg-mail", changes);
        var again = await browser.Submit(check, "main form", ("stap", "wijzig"));
        Assert.All(changes, change => Assert.NotNull(again.QuerySelector(change!["/inrichten/gegevens".Length..])));
        Assert.Equal("noor@deeik.example", again.QuerySelector("#fg-mail")!.GetAttribute("value"));
        var back = await browser.Submit(again, "main form", ("fg-mail", "fg@deeik.example"), ("stap", "controleer"));
        Assert.Contains("fg@deeik.example", back.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_may_not_be_chosen_is_refused_on_the_check_page_and_never_written_back()
    {
        using var browser = _app.NewBrowser();
        var check = await browser.Submit(await _app.Unlocked(browser), "main form", [.. Answers, ("stap", "controleer")]);

        var page = await browser.Submit(check, "main form", ("wachtwoord", "kort"), ("stap", "inrichten"));

        Assert.Equal("#wachtwoord", Assert.Single(page.QuerySelectorAll(".govuk-error-summary a")).GetAttribute("href"));
        Assert.DoesNotContain("value=\"kort\"", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.True(await _app.In(s => s.GetRequiredService<SetUpDesk>().IsOpen(default)));
    }

    private Task SetUp(HttpBrowser browser) => SetUp(browser, null);

    private async Task SetUp(HttpBrowser browser, AngleSharp.Html.Dom.IHtmlDocument? form)
    {
        var check = await browser.Submit(form ?? await _app.Unlocked(browser), "main form", [.. Answers, ("stap", "controleer")]);
        await browser.Submit(check, "main form", ("wachtwoord", "een heel lang wachtwoord"), ("stap", "inrichten"));
        Assert.EndsWith("/inrichten/klaar", browser.Path(), StringComparison.Ordinal);
    }

    private async Task<PersonId> PersonOf(string mail, KringApp? app = null)
        => (await (app ?? _app).In(s => s.GetRequiredService<PeopleAccess>().AccountOf(mail, default)))!.Person;

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
