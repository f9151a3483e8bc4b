using Kring.Access;
using Kring.People.Details;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Participation;

/// <summary>
/// Names in networks: of participations that run now, and of the network itself, which is called after its care recipient. A closed network, and a participation that ended,
/// keep the name they had.
/// </summary>
internal sealed class MembershipNames(Door door, NetworksAccess networks) : INameHolder
{
    public async Task<bool> Carry(PersonId person, string name, CancellationToken cancel)
    {
        foreach (var network in await networks.Of(person, cancel))
        {
            if ((await door.Enter(new Visit(CarryName.Job, network.Compartment, NetworksPurposes.CarryName, Operations.Update, new LoggedObject("name")), cancel)).Grant is not { } grant)
                continue;
            await Change(grant, person, name, cancel);
            if (!await door.Commit(cancel))
                return false;
        }

        return true;
    }

    private static async Task Change(Grant grant, PersonId person, string name, CancellationToken cancel)
    {
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        if (care.State == CareState.Closed)
            return;
        if (care.Recipient == person && grant.Open(CareNetwork.NameField, care.Id.Value, care.Name) != name)
            care.Name = grant.Seal(CareNetwork.NameField, care.Id.Value, name);
        foreach (var row in await grant.Rows<NetworkMembership>().Where(m => m.Person == person && m.Until == null).ToListAsync(cancel))
        {
            if (grant.Open(NetworkMembership.NameField, row.Id.Value, row.Name) != name)
                row.Name = grant.Seal(NetworkMembership.NameField, row.Id.Value, name);
        }
    }
}
