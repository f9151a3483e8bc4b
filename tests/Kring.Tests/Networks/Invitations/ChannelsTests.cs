using System.Net;
using Kring.Access;
using Kring.App.Components;
using Kring.Delivery;
using Kring.Networks.Enrolment;
using Kring.Networks.Invitations;
using Kring.Tests.Support;

namespace Kring.Tests.Networks.Invitations;

/// <summary>Nobody waits for an invitation that nothing sends.</summary>
public sealed class ChannelsTests
{
    private const string NoSms = "Kring kan hier geen sms sturen. Gebruik een e-mailadres";
    private const string NoMail = "Kring kan nu geen e-mail sturen, want er is geen mailserver ingesteld. Vraag het aan wie Kring beheert";

    [Theory]
    [InlineData("06 12 34 56 78", true, false, NoSms)]
    [InlineData("joke@kring.example", false, true, NoMail)]
    [InlineData("joke@kring.example", false, false, NoMail)]
    [InlineData("", true, false, "Vul een e-mailadres in zoals naam@voorbeeld.nl")]
    [InlineData("joke@kring.example", true, false, null)]
    [InlineData("06 12 34 56 78", false, true, null)]
    public void An_invitation_takes_addresses_that_something_sends_to(string address, bool mail, bool sms, string? sentence)
    {
        var errors = new FormErrors();
        var form = new InvitationForm { Name = "Joke", Address = address, Capacity = "naaste", Relation = "dochter", History = "nee" };

        form.Read(errors, false, Channels(mail, sms));

        Assert.Equal(sentence, errors.All.SingleOrDefault()?.Message);
    }

    [Theory]
    [InlineData("mobiel", true, false, NoSms)]
    [InlineData("mail", false, true, NoMail)]
    public void An_enrolment_takes_no_account_over_a_channel_that_nothing_sends_on(string account, bool mail, bool sms, string sentence)
    {
        var errors = new FormErrors();

        new EnrolmentForm { Account = account, Mail = "iris@kring.example", Mobile = "06 12 34 56 78" }.Read(errors, [], Channels(mail, sms), new DateOnly(2026, 11, 1));

        Assert.Contains(errors.All, e => e.FieldId == "account" && e.Message == sentence);
    }

    [Fact]
    public async Task Without_any_sender_the_forms_offer_none_and_say_so()
    {
        await using var app = new KringApp { Environment = "Production" };
        await app.InitializeAsync();
        var stage = await Stage.Set(app);
        using var marieke = await stage.World.SignedIn(stage.Marieke);

        var enrolment = await marieke.Get("/netwerken/nieuw");
        var invitation = await marieke.Submit(await marieke.Get(stage.Path("mensen/uitnodigen")), "main form", Stage.Wish("Joke", "joke@kring.example"));

        Assert.Equal(["geen"], enrolment.QuerySelectorAll("input[name=account]").Select(i => i.GetAttribute("value")));
        Assert.Contains(NoMail, enrolment.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(enrolment.QuerySelector("#mail, #mobiel"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
        Assert.Equal(NoMail, Assert.Single(invitation.QuerySelectorAll(".govuk-error-summary a")).TextContent);
        Assert.Empty(await app.NoticesIn(stage.Network.Compartment, "joke@kring.example"));
    }

    private static IReadOnlyList<DeliveryChannel> Channels(bool mail, bool sms)
        => [.. mail ? [DeliveryChannel.Mail] : (DeliveryChannel[])[], .. sms ? [DeliveryChannel.Sms] : (DeliveryChannel[])[]];
}
