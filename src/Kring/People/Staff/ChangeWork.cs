using Kring.Access;
using Kring.Delivery;
using Kring.Organisations;
using Kring.Organisations.Staff;
using Kring.People.Sessions;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Staff;

internal enum WorkChange
{
    Done,
    /// <summary>The plan says why not.</summary>
    MayNot,
    /// <summary>Another organisation blocked the account, or the operator.</summary>
    NotTheirs,
    TryAgain,
    NotThere,
}

internal readonly record struct WorkResult(WorkChange Change, StaffPlan Plan = StaffPlan.Goes, GateRefusal Refusal = GateRefusal.None);

/// <summary>Gives a member of staff another role or job title, or ends their work. Whether it may be is decided in the transaction that saves it, one change of an organisation's staff at a time.</summary>
internal sealed class ChangeWork(Door door, PeopleAccess people, TellPerson tell, TimeProvider time)
{
    internal const int LongestJobTitle = 80;

    /// <summary>Saying what somebody does here also says that they work here, when an invitation entered them.</summary>
    internal Task<WorkResult> Give(Actor actor, OrganisationId organisation, StaffMemberId id, Role role, string jobTitle, CancellationToken cancel)
        => Run(actor, organisation, id, row => row.Role != role, (office, _, row) =>
        {
            row.Role = role;
            row.AgreedAt ??= row.IsUnconfirmed ? time.Moment() : null;
            row.JobTitle = office.Seal(StaffMember.JobTitleField, row.Id.Value, jobTitle);
            return Task.CompletedTask;
        }, cancel);

    /// <summary>From the next request on nothing of the organisation opens to this person, nor a network in which they take part for it; their sessions end.</summary>
    internal Task<WorkResult> End(Actor actor, OrganisationId organisation, StaffMemberId id, CancellationToken cancel)
        => Run(actor, organisation, id, _ => true, async (_, profile, row) =>
        {
            row.Until = time.Moment();
            await profile.EndSessions(row.Until.Value, cancel);
        }, cancel);

    /// <param name="losesRole">Whether somebody must be left in the role.</param>
    private async Task<WorkResult> Run(Actor actor, OrganisationId organisation, StaffMemberId id, Func<StaffMember, bool> losesRole, Func<Grant, Grant, StaffMember, Task> change, CancellationToken cancel)
    {
        var (office, refusal) = await door.Enter(new Visit(actor, organisation.Office, OrganisationsPurposes.ManageStaff, Operations.Update, new LoggedObject("staff-member", id.Value)), cancel);
        if (office is null || await office.Rows<StaffMember>().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } row)
            return new WorkResult(WorkChange.NotThere, Refusal: refusal);
        var plan = await Plan(office, row, losesRole(row), cancel);
        if (plan != StaffPlan.Goes)
        {
            await door.Refuse(office, plan.ToString(), cancel);
            return new WorkResult(WorkChange.MayNot, plan);
        }

        if ((await door.Enter(new Visit(actor, row.Person.Profile, OrganisationsPurposes.ManageStaff, Operations.Update, new LoggedObject("work", id.Value)), cancel)).Grant is not { } profile)
            return new WorkResult(WorkChange.TryAgain);
        var loses = losesRole(row);
        await change(office, profile, row);
        await tell.Add(row.Person, NoticeKind.NetworkChanged, "/mijn/wie-keek", cancel);
        var held = await door.CommitHeld(office, async () => (plan = await PlanAnew(office, id, loses, cancel)) == StaffPlan.Goes, cancel);
        return held switch
        {
            HeldCommit.Saved => new WorkResult(WorkChange.Done),
            HeldCommit.NothingChanged => plan == StaffPlan.Goes ? new WorkResult(WorkChange.TryAgain) : new WorkResult(WorkChange.MayNot, plan),
            HeldCommit.Refused => new WorkResult(WorkChange.NotThere),
        };
    }

    // As it stands in the database now: the tracked row has changed already.
    private async Task<StaffPlan> PlanAnew(Grant office, StaffMemberId id, bool losesRole, CancellationToken cancel)
        => await Plan(office, await office.Rows<StaffMember>().AsNoTracking().SingleAsync(s => s.Id == id, cancel), losesRole, cancel);

    private async Task<StaffPlan> Plan(Grant office, StaffMember row, bool losesRole, CancellationToken cancel)
    {
        var now = time.Moment();
        return row.Plan(office.Person, !losesRole || await office.HasSuccessor(row, people, now, cancel), now);
    }
}
