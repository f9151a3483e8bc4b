using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Invitations;

/// <summary>Invited by SMS, an account is made on a mail address once a code proved it, and the page tells nothing of other accounts.</summary>
public sealed class WaitingAccountTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Nothing_is_made_until_the_code_from_the_mail_is_right()
    {
        using var sms = await SmsInvitation.Send(app);

        var page = await sms.Ask("sms@kring.example");

        Assert.Contains("Wij stuurden een e-mail naar sms@kring.example", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.False(await sms.HasAccount("sms@kring.example"));
        var mail = Assert.Single(await sms.Mails("sms@kring.example"));
        Assert.Equal(NoticeKind.AccountCode, mail.Kind);
        Assert.Equal(["code", "language"], mail.Variables.Keys.Order(StringComparer.Ordinal));
        await sms.Give($" {mail.Variables["code"][..3]} {mail.Variables["code"][3..]} ");
        Assert.EndsWith(Uri.EscapeDataString(sms.Stage.Path("berichten")), sms.Browser.Path()!.Replace("/privacy/lezen?terug=", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await sms.Browser.Get(sms.Stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.OK, sms.Browser.Last!.StatusCode);
        using var again = app.NewBrowser();
        await again.GivePassword("sms@kring.example");
        Assert.Equal("/inloggen/code", again.Path());
    }

    [Fact]
    public async Task The_number_that_the_link_proved_and_the_address_that_the_code_proved_are_kept()
    {
        using var sms = await SmsInvitation.Send(app, details: (stage, number) => new InvitationDetails("Joke de Vries", "dochter", number, Capacity.InformalCarer, null, false, stage.Marieke));
        await sms.Ask("bewezen@kring.example");
        await sms.Give(await sms.CodeIn("bewezen@kring.example"));

        var details = (await sms.Browser.Get("/mijn/gegevens")).DocumentElement.OuterHtml;

        Assert.Contains("bewezen@kring.example", details, StringComparison.Ordinal);
        Assert.Matches("06 2[0-9] [0-9]{2} [0-9]{2} [0-9]{2}", details);
    }

    [Fact]
    public async Task A_taken_address_looks_like_a_free_one_and_only_its_owner_hears_of_it()
    {
        using var free = await SmsInvitation.Send(app);
        using var taken = await SmsInvitation.Send(app);
        await taken.Stage.World.Person("Joke", "bezet@kring.example");

        var (shown, status) = ((await free.Ask("vrij@kring.example")).QuerySelector("main")!.TextContent, free.Browser.Last!.StatusCode);
        var (same, sameStatus) = ((await taken.Ask("bezet@kring.example")).QuerySelector("main")!.TextContent, taken.Browser.Last!.StatusCode);

        Assert.Equal((shown.Replace("vrij@", "", StringComparison.Ordinal), status), (same.Replace("bezet@", "", StringComparison.Ordinal), sameStatus));
        var mail = Assert.Single(await taken.Mails("bezet@kring.example"));
        Assert.Equal(NoticeKind.AccountExists, mail.Kind);
        Assert.Equal("/inloggen", mail.Variables["path"]);
        for (var i = 0; i < 6; i++)
        {
            var code = SmsInvitation.OtherThan(await free.CodeIn("vrij@kring.example"));
            Assert.Equal(await Answer(free, code), await Answer(taken, code));
        }
    }

    [Fact]
    public async Task Whoever_turns_out_to_have_an_account_signs_in_and_opens_the_invitation_again()
    {
        using var sms = await SmsInvitation.Send(app);
        var joke = await sms.Stage.World.Person("Joke", "joke.had@kring.example");
        await sms.Ask("joke.had@kring.example");
        using var browser = await sms.Stage.World.SignedIn(joke);

        await browser.Submit(await browser.Get(sms.Link), "main form");

        Assert.EndsWith(sms.Stage.Path("berichten"), browser.Path(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_at_the_address_by_the_time_the_code_comes_is_left_alone()
    {
        using var sms = await SmsInvitation.Send(app);
        await sms.Ask("net.bezet@kring.example");
        await sms.Stage.World.Person("Een Ander", "net.bezet@kring.example");

        var page = await sms.Give(await sms.CodeIn("net.bezet@kring.example"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sms.Browser.Last!.StatusCode);
        Assert.Contains("Er is al een account", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!));
    }

    [Fact]
    public async Task What_was_typed_stays_when_something_is_wrong_with_it()
    {
        using var sms = await SmsInvitation.Send(app);

        var wrong = await sms.Ask("geen adres");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sms.Browser.Last!.StatusCode);
        Assert.Equal("#mail", wrong.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("geen adres", wrong.QuerySelector("#mail")!.GetAttribute("value"));
        var weak = await sms.Ask("typt@kring.example", "kort");
        Assert.Equal("#wachtwoord", weak.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("typt@kring.example", weak.QuerySelector("#mail")!.GetAttribute("value"));
        Assert.Empty(await sms.Mails("typt@kring.example"));

        await sms.Ask("typt@kring.example");
        var half = await sms.Give("12 34");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sms.Browser.Last!.StatusCode);
        Assert.Equal("12 34", half.QuerySelector("#code")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Of_the_password_only_a_sealed_hash_waits_and_it_is_gone_afterwards()
    {
        using var sms = await SmsInvitation.Send(app);
        await sms.Ask("hash@kring.example");
        var hash = await Hash(sms);
        Assert.NotNull(hash);
        Assert.DoesNotContain(World.Password, hash, StringComparison.Ordinal);
        Assert.True(hash.Length > 60);

        await sms.Give(await sms.CodeIn("hash@kring.example"));

        Assert.Null(await Hash(sms));
    }

    [Fact]
    public async Task An_enrolled_client_gets_the_account_in_the_profile_that_exists()
    {
        var stage = await Stage.Set(app);
        var bep = await stage.World.Person("Bep Bos", "bep.zonder@kring.example", account: false);
        stage = stage with { Network = await stage.World.Network(bep, "Bep Bos", stage.Marieke, stage.Linde) };
        using var sms = await SmsInvitation.Send(app, stage, (s, number) => new InvitationDetails("Bep Bos", "zorgontvanger", number, Capacity.CareRecipient, null, true, s.Marieke, Person: bep));
        await sms.Ask("bep.sms@kring.example");

        await sms.Give(await sms.CodeIn("bep.sms@kring.example"));

        var people = await sms.Browser.Get(stage.Path("mensen"));
        Assert.Equal(2, people.QuerySelectorAll(".people__item").Length);
        Assert.Contains("Bep Bos (u)", people.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode, string?)> Answer(SmsInvitation sms, string code)
    {
        var page = await sms.Give(code);
        return (sms.Browser.Last!.StatusCode, page.QuerySelector(".govuk-error-summary li")?.TextContent);
    }

    private Task<string?> Hash(SmsInvitation sms) => app.In(async services =>
    {
        var visit = new Visit(Actor.ForJob("test"), sms.Stage.Network.Compartment, DeliveryPurposes.Deliver, Operations.Read, new LoggedObject("invitation"));
        var grant = (await services.GetRequiredService<Door>().Enter(visit, default)).Grant!;
        var waiting = await grant.Rows<WaitingAccount>().SingleAsync();
        return grant.OpenOrNull(WaitingAccount.PasswordHashField, waiting.Invitation.Value, waiting.PasswordHash);
    });
}
