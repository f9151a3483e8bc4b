using Kring.Access;
using Kring.Platform;

namespace Kring.Organisations;

/// <summary>Makes the rows of an organisation's staff file. The caller holds the grant and commits.</summary>
internal sealed class OrganisationRows(TimeProvider time)
{
    /// <param name="invitedBy">For whoever is entered by an invitation into a network, and not by the organisation.</param>
    internal StaffMember AddStaff(Grant office, PersonId person, Role role, string name, string jobTitle, DateTimeOffset from, PersonId? invitedBy = null)
    {
        var id = time.NewId<StaffMemberId>();
        return office.Add(new StaffMember
        {
            Id = id,
            Compartment = office.Compartment.Id,
            Organisation = new OrganisationId(office.Compartment.Id.Value),
            Person = person,
            Role = role,
            Name = office.Seal(StaffMember.NameField, id.Value, name),
            JobTitle = office.Seal(StaffMember.JobTitleField, id.Value, jobTitle),
            From = from,
            InvitedBy = invitedBy,
        });
    }
}
