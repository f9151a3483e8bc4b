using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;

namespace Kring.Tests.Networks.Invitations;

public sealed class PlanAcceptanceTests
{
    private static readonly DateTimeOffset Sent = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Joke = new(Guid.Parse("00000000-0000-7000-8000-00000000000a"));
    private static readonly PersonId Bert = new(Guid.Parse("00000000-0000-7000-8000-00000000000b"));

    [Fact]
    public void Without_an_account_a_password_is_chosen_and_with_one_people_sign_in_first()
    {
        Assert.Equal(AcceptancePlan.MakeAccount, Sending().PlanAcceptance(new InvitationHolder(null, null), true, Sent));
        Assert.Equal(AcceptancePlan.SignInFirst, Sending().PlanAcceptance(new InvitationHolder(null, Joke), true, Sent));
    }

    [Fact]
    public void Only_the_account_of_the_invited_mail_address_accepts()
    {
        Assert.Equal(AcceptancePlan.MayAccept, Sending().PlanAcceptance(new InvitationHolder(Joke, Joke), true, Sent));
        Assert.Equal(AcceptancePlan.OtherAccount, Sending().PlanAcceptance(new InvitationHolder(Bert, Joke), true, Sent));
        Assert.Equal(AcceptancePlan.OtherAccount, Sending().PlanAcceptance(new InvitationHolder(Bert, null), true, Sent));
    }

    [Fact]
    public void An_invitation_by_sms_is_for_whoever_holds_the_link_unless_their_number_is_another()
    {
        Assert.Equal(AcceptancePlan.MayAccept, Sending().PlanAcceptance(new InvitationHolder(Bert, null), false, Sent));
        Assert.Equal(AcceptancePlan.OtherAccount, Sending().PlanAcceptance(new InvitationHolder(Bert, null, OtherNumber: true), false, Sent));
    }

    [Fact]
    public void Seven_days_later_and_after_accepting_declining_or_withdrawing_it_is_over()
    {
        var holder = new InvitationHolder(Joke, Joke);

        Assert.Equal(AcceptancePlan.MayAccept, Sending().PlanAcceptance(holder, true, Sent.AddDays(7).AddTicks(-1)));
        Assert.Equal(AcceptancePlan.Over, Sending().PlanAcceptance(holder, true, Sent.AddDays(7)));
        foreach (var over in (Action<Invitation>[])[i => i.AcceptedAt = Sent, i => i.DeclinedAt = Sent, i => i.WithdrawnAt = Sent])
        {
            var invitation = Sending();
            over(invitation);
            Assert.Equal(AcceptancePlan.Over, invitation.PlanAcceptance(holder, true, Sent));
            Assert.Equal(InvitationChange.NoLongerOpen, invitation.PlanReminder(false, Sent.AddDays(1)));
        }
    }

    [Fact]
    public void A_reminder_does_not_go_round_the_lock_and_does_not_pester()
    {
        Assert.Equal(InvitationChange.Done, Sending().PlanReminder(false, Sent.AddHours(1)));
        Assert.Equal(InvitationChange.TooSoon, Sending().PlanReminder(false, Sent.AddMinutes(59)));
        Assert.Equal(InvitationChange.ConsentNeeded, Sending().PlanReminder(true, Sent.AddDays(1)));
    }

    private static Invitation Sending() => new()
    {
        Id = default,
        Compartment = default,
        Secret = new LookupIndex("s"),
        Name = default,
        Function = default,
        Address = default,
        AddressIndex = new LookupIndex("a"),
        Capacity = Capacity.InformalCarer,
        HistoryGranted = false,
        InvitedBy = default,
        InvitedAt = Sent,
        ValidUntil = Sent.AddDays(7),
    };
}
