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

    [Fact]
    public void What_would_open_nothing_is_not_sent_again()
    {
        foreach (var obstacle in (InvitationChange[])[InvitationChange.Superseded, InvitationChange.InviterGone, InvitationChange.OrganisationOut])
            Assert.Equal(obstacle, Sending().PlanReminder(false, Sent.AddDays(1), obstacle));
        Assert.Equal(InvitationChange.Superseded, Sending().PlanReminder(true, Sent.AddDays(1), InvitationChange.Superseded));
        Assert.Equal(InvitationChange.ConsentNeeded, Sending().PlanReminder(true, Sent.AddDays(1), InvitationChange.InviterGone));
    }

    [Theory]
    [InlineData(false, true, true, 1, nameof(InvitedNext.Remind))]
    [InlineData(false, true, true, 8, nameof(InvitedNext.Remind))]
    [InlineData(false, false, true, 1, nameof(InvitedNext.InviteAnew))]
    [InlineData(false, true, false, 1, nameof(InvitedNext.InviteAnew))]
    [InlineData(true, true, true, 1, nameof(InvitedNext.Nothing))]
    [InlineData(true, true, true, 8, nameof(InvitedNext.AskAnew))]
    public void What_is_left_to_do_with_an_invitation_hangs_on_the_lock_and_on_who_is_still_there(bool locked, bool inviterIn, bool organisationIn, int days, string next)
        => Assert.Equal(next, Sending().Next(locked, inviterIn, organisationIn, Sent.AddDays(days)).ToString());

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
