using System.Net;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Networks.Invitations;

/// <summary>The code that completes an account: ten minutes, five tries, the newest only, once, in one browser, and worth no more than the invitation is at that moment.</summary>
public sealed class AccountCodeTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task A_code_of_one_browser_is_worth_nothing_in_another()
    {
        using var sms = await SmsInvitation.Send(app);
        await sms.Ask("browser.a@kring.example");
        var code = await sms.CodeIn("browser.a@kring.example");
        var form = await sms.Browser.Get(sms.Link);
        using var elsewhere = sms.In(app.NewBrowser());

        Assert.Null((await elsewhere.Browser.Get(sms.Link)).QuerySelector("[name=code]"));
        elsewhere.Browser.SetCookie("kring-form", sms.Browser.Cookie("kring-form")!);
        var page = await elsewhere.Browser.Submit(form, SmsInvitation.Code, ("code", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.Browser.Last!.StatusCode);
        Assert.Contains("begon in een andere browser", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("browser.a@kring.example", page.QuerySelector("#mail")!.GetAttribute("value"));
        Assert.False(await sms.HasAccount("browser.a@kring.example"));
        await sms.Give(code);
        Assert.True(await sms.HasAccount("browser.a@kring.example"));
    }

    [Fact]
    public async Task Asked_in_a_second_browser_the_first_one_begins_anew()
    {
        using var sms = await SmsInvitation.Send(app);
        await sms.Ask("eerst@kring.example");
        var old = await sms.CodeIn("eerst@kring.example");
        using var second = sms.In(app.NewBrowser());
        await second.Ask("daarna@kring.example");

        Assert.NotNull((await sms.Browser.Get(sms.Link)).QuerySelector("[name=wachtwoord]"));
        if (old != await second.CodeIn("daarna@kring.example"))
            await second.Give(old);
        Assert.False(await sms.HasAccount("eerst@kring.example") || await sms.HasAccount("daarna@kring.example"));
        await second.Give(await second.CodeIn("daarna@kring.example"));
        Assert.True(await sms.HasAccount("daarna@kring.example"));
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_fails_and_a_new_one_works()
    {
        using var sms = await SmsInvitation.Send(app);
        await sms.Ask("vijf@kring.example");
        var right = await sms.CodeIn("vijf@kring.example");
        for (var i = 0; i < 5; i++)
            await sms.Give(SmsInvitation.OtherThan(right));

        var page = await sms.Give(right);
        Assert.Contains("Vraag een nieuwe code aan", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.False(await sms.HasAccount("vijf@kring.example"));

        await sms.Browser.Submit(page, SmsInvitation.Again);
        Assert.Contains("Alleen de nieuwste code werkt", (await sms.Browser.Get(sms.Browser.Path()!)).Body!.TextContent, StringComparison.Ordinal);
        await sms.Give(await sms.CodeIn("vijf@kring.example"));
        Assert.True(await sms.HasAccount("vijf@kring.example"));
    }

    [Fact]
    public async Task Guesses_in_parallel_count_one_by_one()
    {
        using var sms = await SmsInvitation.Send(app);
        var page = await sms.Ask("parallel@kring.example");
        var wrong = SmsInvitation.OtherThan(await sms.CodeIn("parallel@kring.example"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var copy = app.NewBrowser();
            foreach (var cookie in (string[])["kring-account", "kring-form"])
                copy.SetCookie(cookie, sms.Browser.Cookie(cookie)!);
            return (await copy.Submit(page, SmsInvitation.Code, ("code", wrong))).QuerySelector(".govuk-error-summary")?.TextContent ?? "";
        }));

        Assert.InRange(answers.Count(a => a.Contains("klopt niet", StringComparison.Ordinal)), 1, 5);
        await sms.Give(await sms.CodeIn("parallel@kring.example"));
        Assert.False(await sms.HasAccount("parallel@kring.example"));
    }

    [Fact]
    public async Task A_code_lives_ten_minutes_and_only_the_newest_counts()
    {
        using var sms = await SmsInvitation.Send(app);
        var page = await sms.Ask("tijd@kring.example");
        var old = await sms.CodeIn("tijd@kring.example");
        await sms.Browser.Submit(page, SmsInvitation.Again);
        var newest = await sms.CodeIn("tijd@kring.example");
        if (old != newest)
            Assert.Contains("klopt niet", (await sms.Give(old)).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        Assert.Contains("werkt niet meer", (await sms.Give(newest)).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.False(await sms.HasAccount("tijd@kring.example"));
    }

    [Fact]
    public async Task The_same_form_twice_is_one_mail_and_the_same_code_twice_is_one_account()
    {
        using var sms = await SmsInvitation.Send(app);
        var form = await sms.Browser.Get(sms.Link);
        (string, string)[] typed = [("mail", "dubbel@kring.example"), ("wachtwoord", World.Password)];

        await Task.WhenAll(sms.Browser.Submit(form, SmsInvitation.Account, typed), sms.Browser.Submit(form, SmsInvitation.Account, typed));
        await sms.Browser.Submit(form, SmsInvitation.Account, typed);

        Assert.Equal(sms.Link, sms.Browser.Path());
        var code = Assert.Single(await sms.Mails("dubbel@kring.example")).Variables["code"];
        var page = await sms.Browser.Get(sms.Link);
        using var twin = app.NewBrowser();
        foreach (var cookie in (string[])["kring-account", "kring-form"])
            twin.SetCookie(cookie, sms.Browser.Cookie(cookie)!);
        await sms.Browser.Submit(page, SmsInvitation.Code, ("code", code));
        await twin.Submit(page, SmsInvitation.Code, ("code", code));
        Assert.Contains("berichten", sms.Browser.Path(), StringComparison.Ordinal);
        Assert.Equal(sms.Stage.Path("berichten"), twin.Path());
        Assert.False(await twin.IsSignedIn());
    }

    [Fact]
    public async Task A_sixth_mail_in_a_quarter_is_refused_with_when_to_try_again_taken_or_free()
    {
        using var sms = await SmsInvitation.Send(app);
        await sms.Stage.World.Person("Joke", "vol.bezet@kring.example");
        for (var i = 0; i < 5; i++)
            await sms.Ask($"vol{i}@kring.example");

        foreach (var mail in (string[])["vol5@kring.example", "vol.bezet@kring.example"])
        {
            var page = await sms.Ask(mail);
            Assert.Equal(HttpStatusCode.TooManyRequests, sms.Browser.Last!.StatusCode);
            Assert.Equal(mail, page.QuerySelector("#mail")!.GetAttribute("value"));
            Assert.Empty(await sms.Mails(mail));
        }
    }

    [Fact]
    public async Task One_address_gets_no_more_than_five_mails_in_a_quarter_from_all_invitations()
    {
        for (var i = 0; i < 5; i++)
        {
            using var one = await SmsInvitation.Send(app);
            await one.Ask("overspoeld@kring.example");
        }

        using var sixth = await SmsInvitation.Send(app);
        await sixth.Ask("overspoeld@kring.example");

        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.Browser.Last!.StatusCode);
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("closed")]
    [InlineData("late")]
    public async Task What_the_invitation_is_worth_is_judged_when_the_code_comes(string since)
    {
        using var sms = await SmsInvitation.Send(app);
        var page = await sms.Ask($"{since}@kring.example");
        var code = await sms.CodeIn($"{since}@kring.example");
        if (since == "late")
            app.Clock.Advance(TimeSpan.FromDays(7));
        else
            await app.InDatabase(async db => since == "closed"
                ? await db.Set<CareNetwork>().Where(n => n.Id == sms.Stage.Network).ExecuteUpdateAsync(n => n.SetProperty(x => x.State, CareState.Closed))
                : await db.Set<Invitation>().Where(i => i.Compartment == sms.Stage.Network.Compartment.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.WithdrawnAt, app.Clock.GetUtcNow())));

        await sms.Browser.Submit(page, SmsInvitation.Code, ("code", code));

        Assert.Equal(HttpStatusCode.Gone, sms.Browser.Last!.StatusCode);
        Assert.False(await sms.HasAccount($"{since}@kring.example"));
    }

    [Fact]
    public async Task An_organisation_that_went_out_meanwhile_gets_nobody_in_and_the_code_stays()
    {
        var practice = await new World(app).Organisation("Praktijk Zuid");
        using var sms = await SmsInvitation.Send(app, details: (stage, number) => new InvitationDetails("Els Arts", "huisarts", number, Capacity.Professional, practice, false, stage.Marieke));
        await new Bases.BasisStage(app).Record(new LockedNetwork(sms.Stage.Network, sms.Stage.Annie, sms.Stage.Marieke, sms.Stage.Linde), practice, BasisKind.TreatmentAgreement);
        await sms.Ask("els.sms@kring.example");
        await Ends(app.Clock.GetUtcNow());

        var page = await sms.Give(await sms.CodeIn("els.sms@kring.example"));

        Assert.Contains("Uw organisatie doet niet meer mee", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.False(await sms.HasAccount("els.sms@kring.example"));
        await Ends(null);
        await sms.Give(await sms.CodeIn("els.sms@kring.example"));
        Assert.True(await sms.HasAccount("els.sms@kring.example"));

        Task<int> Ends(DateTimeOffset? at) => app.InDatabase(db => db.Set<ParticipationBasis>().Where(b => b.Organisation == practice).ExecuteUpdateAsync(b => b.SetProperty(x => x.EndedAt, at)));
    }

    [Fact]
    public async Task A_consent_that_is_taken_back_meanwhile_gets_nobody_in()
    {
        var consenting = new Consenting(app);
        var network = await consenting.Network();
        var admission = await consenting.Asks(network.Id, network.Marieke, "Cor van den IJssel", "+31698765432", Capacity.InformalCarer);
        using var annie = await consenting.World.SignedIn(network.Annie);
        await annie.Submit(await annie.Get(network.Path($"toestemming/{admission.Value}")), "main form", ("antwoord", "ja"));
        using var sms = new SmsInvitation(app, new Stage(consenting.World, network.Linde, network.Marieke, network.Annie, network.Id), await app.InvitationFor(network.Id.Compartment, "+31698765432"), app.NewBrowser());
        var page = await sms.Ask("cor.toch@kring.example");
        var code = await sms.CodeIn("cor.toch@kring.example");
        await app.InDatabase(db => db.Set<Consent>().Where(c => c.Compartment == network.Id.Compartment.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.WithdrawnAt, app.Clock.GetUtcNow())));

        await sms.Browser.Submit(page, SmsInvitation.Code, ("code", code));

        Assert.Equal(HttpStatusCode.Gone, sms.Browser.Last!.StatusCode);
        Assert.False(await sms.HasAccount("cor.toch@kring.example"));
    }
}
