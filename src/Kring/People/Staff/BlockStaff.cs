using Kring.Access;
using Kring.Organisations;
using Kring.Organisations.Staff;
using Kring.People.Accounts;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Staff;

/// <summary>
/// Blocks the account of a member of staff, or opens it again. The last data protection officer is not shut out by the administrator they watch, nor by one of another organisation.
/// Whether it may be is decided in the transaction that saves it.
/// </summary>
internal sealed class BlockStaff(Door door, PeopleAccess people, OrganisationsAccess organisations, BlockAccount block, UnblockAccount unblock, TimeProvider time)
{
    internal async Task<WorkResult> Block(Actor actor, OrganisationId organisation, StaffMemberId id, CancellationToken cancel)
    {
        var (office, row, refusal) = await Find(actor, organisation, id, cancel);
        if (office is null || row is null)
            return new WorkResult(WorkChange.NotThere, Refusal: refusal);
        var plan = await Plan(office, organisation, id, cancel);
        if (plan != StaffPlan.Goes)
        {
            await door.Refuse(office, plan.ToString(), cancel);
            return new WorkResult(WorkChange.MayNot, plan);
        }

        if (!await block.Shut(actor, row.Person, cancel))
            return new WorkResult(WorkChange.TryAgain);
        var held = await door.CommitHeld(office, async () => await HoldsAll(row.Person, cancel) && (plan = await Plan(office, organisation, id, cancel)) == StaffPlan.Goes, cancel);
        return held == HeldCommit.NothingChanged && plan != StaffPlan.Goes ? new WorkResult(WorkChange.MayNot, plan) : Result(held);
    }

    /// <summary>Also of somebody who left: the account is their own, and may be of a relative.</summary>
    internal async Task<WorkResult> Unblock(Actor actor, OrganisationId organisation, StaffMemberId id, CancellationToken cancel)
    {
        var (office, row, refusal) = await Find(actor, organisation, id, cancel);
        if (office is null || row is null)
            return new WorkResult(WorkChange.NotThere, Refusal: refusal);
        return await unblock.Open(actor, row.Person, cancel) switch
        {
            Unblocking.Opens => Result(await door.CommitHeld(office, cancel)),
            Unblocking.NotBlocked => new WorkResult(WorkChange.TryAgain),
            Unblocking.NotTheirs => new WorkResult(WorkChange.NotTheirs),
        };
    }

    private static WorkResult Result(HeldCommit held) => held switch
    {
        HeldCommit.Saved => new WorkResult(WorkChange.Done),
        HeldCommit.NothingChanged => new WorkResult(WorkChange.TryAgain),
        HeldCommit.Refused => new WorkResult(WorkChange.NotThere),
    };

    // Another organisation of this person may be changing its staff, or blocking the same account.
    private async Task<bool> HoldsAll(PersonId person, CancellationToken cancel)
        => await organisations.HoldAtOnce([.. (await organisations.EmploymentsOf(person, cancel)).Select(e => e.Organisation)], cancel) && (await people.Blocked([person], cancel)).Count == 0;

    private async Task<StaffPlan> Plan(Grant office, OrganisationId organisation, StaffMemberId id, CancellationToken cancel)
    {
        var (row, now) = (await office.Rows<StaffMember>().AsNoTracking().SingleAsync(s => s.Id == id, cancel), time.Moment());
        var plan = row.Plan(office.Person, await office.HasSuccessor(row, people, now, cancel), now);
        return plan == StaffPlan.Goes && await organisations.IsLastElsewhere(row.Person, organisation, people, cancel) ? StaffPlan.LastElsewhere : plan;
    }

    private async Task<(Grant? Office, StaffMember? Row, GateRefusal Refusal)> Find(Actor actor, OrganisationId organisation, StaffMemberId id, CancellationToken cancel)
    {
        var (office, refusal) = await door.Enter(new Visit(actor, organisation.Office, OrganisationsPurposes.ManageStaff, Operations.Update, new LoggedObject("staff-member", id.Value)), cancel);
        return (office, office is null ? null : await office.Rows<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel), refusal);
    }
}
