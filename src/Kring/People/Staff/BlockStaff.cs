using Kring.Access;
using Kring.Organisations;
using Kring.Organisations.Staff;
using Kring.People.Accounts;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Staff;

/// <summary>Blocks the account of a member of staff, or opens it again. The last data protection officer is not shut out by the administrator they watch.</summary>
internal sealed class BlockStaff(Door door, PeopleAccess people, BlockAccount block, UnblockAccount unblock, TimeProvider time)
{
    internal async Task<WorkResult> Block(Actor actor, OrganisationId organisation, StaffMemberId id, CancellationToken cancel)
    {
        var (office, row, refusal) = await Find(actor, organisation, id, cancel);
        if (office is null || row is null)
            return new WorkResult(WorkChange.NotThere, Refusal: refusal);
        var now = time.Moment();
        var plan = row.Plan(office.Person, await office.HasSuccessor(row, people, now, cancel), now);
        if (plan == StaffPlan.Goes)
            return new WorkResult(await block.Run(actor, row.Person, cancel) ? WorkChange.Done : WorkChange.TryAgain);
        await door.Refuse(office, plan.ToString(), cancel);
        return new WorkResult(WorkChange.MayNot, plan);
    }

    /// <summary>Also of somebody who left: the account is their own, and may be of a relative.</summary>
    internal async Task<WorkResult> Unblock(Actor actor, OrganisationId organisation, StaffMemberId id, CancellationToken cancel)
    {
        var (_, row, refusal) = await Find(actor, organisation, id, cancel);
        return row is null
            ? new WorkResult(WorkChange.NotThere, Refusal: refusal)
            : new WorkResult(await unblock.Run(actor, row.Person, cancel) ? WorkChange.Done : WorkChange.TryAgain);
    }

    private async Task<(Grant? Office, StaffMember? Row, GateRefusal Refusal)> Find(Actor actor, OrganisationId organisation, StaffMemberId id, CancellationToken cancel)
    {
        var (office, refusal) = await door.Enter(new Visit(actor, organisation.Office, OrganisationsPurposes.ManageStaff, Operations.Read, new LoggedObject("staff-member", id.Value)), cancel);
        return (office, office is null ? null : await office.Rows<StaffMember>().SingleOrDefaultAsync(s => s.Id == id, cancel), refusal);
    }
}
