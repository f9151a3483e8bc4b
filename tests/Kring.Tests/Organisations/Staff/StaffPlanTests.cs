using Kring.Access;
using Kring.Organisations;
using Kring.Organisations.Staff;

namespace Kring.Tests.Organisations.Staff;

/// <summary>Who may end somebody's work, give it another role or shut them out; and what a link to come and work is worth.</summary>
public sealed class StaffPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Bas = new(Guid.CreateVersion7(Now)), Noor = new(Guid.CreateVersion7(Now));

    [Theory]
    [InlineData(Role.Professional, false, StaffPlan.Goes)]
    [InlineData(Role.Coordinator, false, StaffPlan.Goes)]
    [InlineData(Role.QualityNurse, false, StaffPlan.Goes)]
    [InlineData(Role.Director, false, StaffPlan.Goes)]
    [InlineData(Role.FunctionalAdministrator, true, StaffPlan.Goes)]
    [InlineData(Role.FunctionalAdministrator, false, StaffPlan.LastAdministrator)]
    [InlineData(Role.DataProtectionOfficer, true, StaffPlan.Goes)]
    [InlineData(Role.DataProtectionOfficer, false, StaffPlan.LastOfficer)]
    public void Only_the_last_administrator_and_officer_need_a_successor(Role role, bool successor, StaffPlan plan)
        => Assert.Equal(plan, Work(Noor, role).Plan(Bas, successor, Now));

    [Theory]
    [InlineData(Role.FunctionalAdministrator)]
    [InlineData(Role.Coordinator)]
    public void Nobody_changes_their_own_work_whoever_else_there_is(Role role)
        => Assert.Equal(StaffPlan.OwnWork, Work(Bas, role).Plan(Bas, successor: true, Now));

    [Fact]
    public void What_ended_does_not_end_again()
    {
        var work = Work(Noor, Role.Professional);
        work.Until = Now;

        Assert.Equal(StaffPlan.WorkEnded, work.Plan(Bas, successor: true, Now));
        Assert.Equal(StaffPlan.Goes, work.Plan(Bas, successor: true, Now.AddTicks(-1)));
    }

    [Fact]
    public void A_link_is_for_the_account_of_its_address_and_for_whoever_has_none()
    {
        var link = Link();

        Assert.Equal(JoinPlan.MakeAccount, link.PlanJoining(null, null, Now));
        Assert.Equal(JoinPlan.SignInFirst, link.PlanJoining(null, Noor, Now));
        Assert.Equal(JoinPlan.MayJoin, link.PlanJoining(Noor, Noor, Now));
        Assert.Equal(JoinPlan.OtherAccount, link.PlanJoining(Bas, Noor, Now));
        Assert.Equal(JoinPlan.OtherAccount, link.PlanJoining(Bas, null, Now));
    }

    [Fact]
    public void A_link_that_expired_or_was_used_or_withdrawn_is_worth_nothing()
    {
        var (used, withdrawn) = (Link(), Link());
        used.AcceptedAt = Now;
        withdrawn.WithdrawnAt = Now;

        Assert.All([used, withdrawn], link => Assert.Equal(JoinPlan.Over, link.PlanJoining(Noor, Noor, Now)));
        Assert.Equal(JoinPlan.Over, Link().PlanJoining(Noor, Noor, Now.AddDays(7)));
    }

    [Theory]
    [InlineData("Coordinator", Role.Coordinator)]
    [InlineData("Job", null)]
    [InlineData("CareRecipient", null)]
    [InlineData("Reporter", null)]
    [InlineData("8,7", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_a_role_in_which_people_work_can_be_given(string? name, Role? role) => Assert.Equal(role, StaffRoles.Read(name));

    private static StaffMember Work(PersonId person, Role role) => new()
    {
        Id = new StaffMemberId(Guid.CreateVersion7(Now)),
        Compartment = default,
        Organisation = default,
        Person = person,
        Role = role,
        Name = default,
        JobTitle = default,
        From = Now.AddYears(-1),
    };

    private static StaffInvitation Link() => new()
    {
        Id = default,
        Compartment = default,
        Secret = default,
        Name = default,
        JobTitle = default,
        Mail = default,
        MailIndex = default,
        Role = Role.Professional,
        InvitedBy = Bas,
        InvitedAt = Now.AddDays(-1),
        ValidUntil = Now.AddDays(7),
    };
}
