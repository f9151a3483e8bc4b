using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;

namespace Kring.Tests.Networks.Invitations;

public sealed class PlanInvitationTests
{
    private static readonly DateTimeOffset Enrolled = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void In_the_first_week_the_coordinator_seats_people_to_the_last_second()
        => Assert.Equal(InvitationPlan.SendNow, Network().PlanInvitation(Member(coordinator: true), Enrolled.AddDays(7).AddSeconds(-1)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void From_seven_times_24_hours_on_the_client_is_asked_first_whoever_invites(bool coordinator)
        => Assert.Equal(InvitationPlan.AskConsentFirst, Network().PlanInvitation(Member(coordinator), Enrolled.AddDays(7)));

    [Fact]
    public void In_the_first_week_nobody_but_the_coordinator_seats_people()
        => Assert.Equal(InvitationPlan.MayNotInvite, Network().PlanInvitation(Member(coordinator: false), Enrolled.AddDays(1)));

    [Fact]
    public void Who_takes_no_part_or_no_longer_does_invites_nobody()
    {
        Assert.Equal(InvitationPlan.NotAParticipant, Network().PlanInvitation(null, Enrolled.AddDays(1)));
        Assert.Equal(InvitationPlan.NotAParticipant, Network().PlanInvitation(Member(true, until: Enrolled.AddHours(1)), Enrolled.AddHours(1)));
    }

    [Fact]
    public void A_closed_network_takes_nobody_in()
        => Assert.Equal(InvitationPlan.NetworkClosed, Network(CareState.Closed).PlanInvitation(Member(true), Enrolled.AddDays(1)));

    [Fact]
    public void Somebody_temporarily_out_of_care_keeps_the_lock_as_it_was()
        => Assert.Equal(InvitationPlan.AskConsentFirst, Network(CareState.TemporarilyOutOfCare).PlanInvitation(Member(true), Enrolled.AddDays(8)));

    private static CareNetwork Network(CareState state = CareState.InCare) => new()
    {
        Id = default,
        Compartment = default,
        Recipient = default,
        RecipientIndex = new LookupIndex("x"),
        Name = default,
        BirthDate = default,
        LeadOrganisation = default,
        EnrolledAt = Enrolled,
        LocksAt = Enrolled.AddDays(7),
        State = state,
        ClientId = Guid.Empty,
    };

    private static NetworkMembership Member(bool coordinator, DateTimeOffset? until = null) => new()
    {
        Id = default,
        Compartment = default,
        Person = default,
        Capacity = Capacity.Professional,
        IsCoordinator = coordinator,
        Name = default,
        Function = default,
        From = Enrolled,
        Until = until,
    };
}
