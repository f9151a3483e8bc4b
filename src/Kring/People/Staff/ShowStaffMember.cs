using Kring.Access;
using Kring.Organisations;
using Kring.Organisations.Staff;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Staff;

/// <param name="Plan">Whether their work may be ended or given another role by who looks.</param>
/// <param name="Blocked">Whether the account is blocked.</param>
/// <param name="MayUnblock">Whether it was blocked by this organisation.</param>
/// <param name="Unconfirmed">An invitation entered them, and nobody here has said yet that they work here.</param>
internal sealed record ShownStaffMember(
    Organisation Organisation, StaffMemberId Id, string Name, Role Role, string JobTitle, DateTimeOffset From, DateTimeOffset? Until, StaffPlan Plan, bool Blocked, bool MayUnblock, bool Unconfirmed)
{
    internal string Path => $"/medewerkers/{Organisation.Id}/{Id.Value}";
}

/// <summary>One member of staff, to a functional administrator. The looking stands in the person's own log too.</summary>
internal sealed class ShowStaffMember(Door door, OrganisationsAccess organisations, PeopleAccess people, TimeProvider time)
{
    internal async Task<(ShownStaffMember? Shown, GateRefusal Refusal)> Run(Actor actor, OrganisationId organisation, StaffMemberId id, CancellationToken cancel)
    {
        var (office, refusal) = await door.Enter(new Visit(actor, organisation.Office, OrganisationsPurposes.ManageStaff, Operations.Read, new LoggedObject("staff-member", id.Value)), cancel);
        if (office is null || await office.Rows<StaffMember>().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } row)
            return (null, refusal);
        var now = time.Moment();
        if (row.WorksAt(now) && row.Person != actor.Person)
            await door.Enter(new Visit(actor, row.Person.Profile, OrganisationsPurposes.ManageStaff, Operations.Read, new LoggedObject("work", id.Value)), cancel);
        var blocked = await people.Blocked([row.Person], cancel);
        return (new ShownStaffMember(await organisations.Of(organisation, cancel), row.Id, office.Open(StaffMember.NameField, row.Id.Value, row.Name), row.Role,
            office.Open(StaffMember.JobTitleField, row.Id.Value, row.JobTitle), row.From, row.WorksAt(now) ? null : row.Until, row.Plan(office.Person, await office.HasSuccessor(row, people, now, cancel), now),
            blocked.ContainsKey(row.Person), blocked.GetValueOrDefault(row.Person) == organisation, row.IsUnconfirmed && row.WorksAt(now)), GateRefusal.None);
    }
}
