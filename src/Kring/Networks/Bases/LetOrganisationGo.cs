using Kring.Access;
using Kring.Networks.Admissions;
using Kring.Networks.BreakGlass;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Bases;

/// <param name="People">Who took part for it.</param>
/// <param name="Admissions">What the invitations rested on that are worth nothing any more.</param>
internal sealed record GoneWith(IReadOnlyCollection<PersonId> People, IReadOnlyCollection<AdmissionId> Admissions);

/// <summary>
/// Ends what an organisation has in a network when its basis ends: the participation of its people with their open pages, and what was asked and sent for them. A basis that is recorded
/// later lets nobody of them in again by itself. The caller decided that it may be, and commits.
/// </summary>
internal sealed class LetOrganisationGo(Door door, MembershipChanges changes)
{
    internal async Task<GoneWith> Run(Grant network, CareNetwork care, OrganisationId organisation, MembershipEnd end, DateTimeOffset now, CancellationToken cancel)
    {
        var people = new List<PersonId>();
        foreach (var membership in await network.Rows<NetworkMembership>().Where(m => m.Organisation == organisation && m.Until == null).ToListAsync(cancel))
        {
            membership.EndAt(now, end, network.Person);
            people.Add(membership.Person);
        }

        // Ended for good: a basis recorded within the hour would otherwise open it again.
        var emergencies = await network.Rows<EmergencyAccess>().Where(e => e.Organisation == organisation && e.Until > now).ToListAsync(cancel);
        emergencies.ForEach(e => e.Until = now);
        foreach (var person in people.Concat(emergencies.Select(e => e.Person)).Distinct())
            door.AfterCommit(() => changes.Ended(care.Id, person));
        foreach (var question in await network.Rows<AdmissionRequest>().Where(a => a.Organisation == organisation && (a.State == AdmissionState.Waiting || a.State == AdmissionState.Postponed)).ToListAsync(cancel))
            question.Close(AdmissionState.TakenBack, network.Person, now);
        care.Version++;
        return new GoneWith(people, await EndInvitations(network, organisation, now, cancel));
    }

    private static async Task<IReadOnlyCollection<AdmissionId>> EndInvitations(Grant network, OrganisationId organisation, DateTimeOffset now, CancellationToken cancel)
    {
        var sent = await network.Rows<Invitation>().Where(i => i.Organisation == organisation && i.AcceptedAt == null && i.DeclinedAt == null && i.WithdrawnAt == null).ToListAsync(cancel);
        foreach (var invitation in sent)
        {
            invitation.WithdrawnAt = now;
            invitation.Version++;
        }

        return [.. sent.Select(i => i.Admission).OfType<AdmissionId>()];
    }
}
