using Kring.Access;
using Kring.Organisations;
using Kring.People.Details;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Staff;

/// <summary>Names in staff files: of the work that runs now. What ended keeps the name it had.</summary>
internal sealed class StaffNames(Door door, OrganisationsAccess organisations) : INameHolder
{
    public async Task<bool> Carry(PersonId person, string name, CancellationToken cancel)
    {
        foreach (var work in await organisations.EmploymentsOf(person, cancel))
        {
            if ((await door.Enter(new Visit(CarryName.Job, work.Organisation.Office, OrganisationsPurposes.CarryName, Operations.Update, new LoggedObject("name")), cancel)).Grant is not { } office)
                continue;
            foreach (var row in await office.Rows<StaffMember>().Where(s => s.Person == person && s.Until == null).ToListAsync(cancel))
            {
                if (office.Open(StaffMember.NameField, row.Id.Value, row.Name) != name)
                    row.Name = office.Seal(StaffMember.NameField, row.Id.Value, name);
            }

            if (!await door.Commit(cancel))
                return false;
        }

        return true;
    }
}
