using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Invitations;
using Kring.People;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Admissions;

/// <summary>Whether a request is about whoever wants to answer it: the address to invite at is theirs. Their own profile tells, to nobody else.</summary>
internal sealed class AboutThemselves(Door door, LookupIndexes indexes)
{
    internal async Task<bool> Is(Grant network, AdmissionRequest request, CancellationToken cancel)
    {
        var visit = new Visit(network.Actor, network.Person.Profile, PeoplePurposes.OwnProfile, Operations.Read, new LoggedObject("profile"));
        if ((await door.Enter(visit, cancel)).Grant is not { } profile || await profile.Rows<Person>().SingleOrDefaultAsync(cancel) is not { } known)
            return false;
        var id = known.Id.Value;
        return new[] { profile.OpenOrNull(Person.MailField, id, known.Mail), profile.OpenOrNull(Person.PhoneField, id, known.Phone) }
            .Any(address => InvitationAddress.Read(address)?.Index(indexes) == request.AddressIndex);
    }
}
