using Kring.Access;
using Kring.Access.Sealing;
using Kring.Data;
using Kring.Data.Wall;
using Kring.Networks.Admissions;
using Kring.Networks.BreakGlass;
using Kring.Networks.Enrolment;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Overview;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks;

/// <summary>The way in to networks: somebody loads a network through their own participation. Gives ids; what is sealed takes a grant.</summary>
internal sealed class NetworksAccess(AppDb db, FindingDb finding, VoiceOf voices, TimeProvider time)
{
    /// <summary>The networks somebody takes part in now.</summary>
    internal async Task<IReadOnlyList<NetworkId>> Of(PersonId person, CancellationToken cancel)
    {
        var now = time.Moment();
        return [.. (await db.Set<NetworkMembership>().Where(m => m.Person == person && m.From <= now && (m.Until == null || m.Until > now))
            .Select(m => m.Compartment).Distinct().ToListAsync(cancel)).Select(c => new NetworkId(c.Value))];
    }

    /// <summary>Into which networks somebody's emergency access runs now, and until when. Ids and moments only.</summary>
    internal async Task<IReadOnlyList<RunningEmergency>> Emergencies(PersonId person, CancellationToken cancel)
    {
        var now = time.Moment();
        return await db.Set<BreakGlass.EmergencyAccess>().Where(e => e.Person == person && e.From <= now && e.Until > now).OrderBy(e => e.Until)
            .Select(e => new RunningEmergency(new NetworkId(e.Compartment.Value), e.Until)).ToListAsync(cancel);
    }

    internal async Task<bool> TakesPart(PersonId person, NetworkId network, CancellationToken cancel) => (await Of(person, cancel)).Contains(network);

    /// <summary>The membership through which somebody takes part now.</summary>
    internal async Task<MembershipId?> OwnMembership(PersonId person, NetworkId network, CancellationToken cancel)
    {
        var compartment = network.Compartment.Id;
        return (await db.Set<NetworkMembership>().AsNoTracking().SingleOrDefaultAsync(m => m.Compartment == compartment && m.Person == person && m.Until == null, cancel))?.Id;
    }

    /// <summary>The networks of a care recipient who is looked up by name and date of birth. Ids only.</summary>
    internal async Task<IReadOnlyList<NetworkId>> WithRecipient(LookupIndex recipient, CancellationToken cancel)
        => await finding.Set<CareNetwork>().Where(n => n.RecipientIndex == recipient).OrderByDescending(n => n.Id).Select(n => n.Id).Take(20).ToListAsync(cancel);

    /// <summary>What stands above a network's pages.</summary>
    internal async Task<NetworkHead> Head(Grant network, CancellationToken cancel)
    {
        var now = time.Moment();
        var row = await network.Rows<CareNetwork>().AsNoTracking().Select(n => new
        {
            Care = n,
            People = db.Set<NetworkMembership>().Count(m => m.Compartment == n.Compartment && m.From <= now && (m.Until == null || m.Until > now)),
        }).SingleAsync(cancel);
        var (care, answers) = (row.Care, network.Standing.Role is Role.CareRecipient or Role.Representative);
        var questions = answers ? await QuestionsFor(network.Person, [care.Id], cancel) : [];
        var voice = answers ? await voices.Holder(network, care, cancel) : new Voice(CareVoice.None);
        return new NetworkHead(care.Id, network.Open(CareNetwork.NameField, care.Id.Value, care.Name), care.State, care.LocksAt, now >= care.LocksAt, row.People, network.Standing.Role,
            questions.GetValueOrDefault(care.Id), voice.Decides, voice.Objects, await EmergencyUntil(network, now, cancel));
    }

    /// <summary>The care recipient, where what they read themselves is not for whoever holds the grant to see; null where it is, or where they are one and the same.</summary>
    internal async Task<PersonId?> KeepsOwnReadings(Grant grant, CancellationToken cancel)
    {
        if (grant.Compartment.Kind != CompartmentKind.Network || grant.Standing.Role != Role.Representative)
            return null;
        var care = await grant.Rows<CareNetwork>().AsNoTracking().SingleAsync(cancel);
        var (reader, recipient) = (await voices.Holder(grant, care, cancel), await voices.Person(grant, care, care.Recipient, cancel));
        return Voices.KeepsOwnReadings(reader, recipient) ? care.Recipient : null;
    }

    private static async Task<DateTimeOffset?> EmergencyUntil(Grant network, DateTimeOffset now, CancellationToken cancel) => network.Standing.Emergency
        ? await network.Rows<EmergencyAccess>().Where(e => e.Person == network.Person && e.From <= now && e.Until > now).MaxAsync(e => (DateTimeOffset?)e.Until, cancel)
        : null;

    /// <summary>Cards of networks that the gate opened, in one query; each takes its grant to open.</summary>
    internal async Task<IReadOnlyList<SealedCard>> Cards(PersonId person, IReadOnlyCollection<NetworkId> networks, CancellationToken cancel)
    {
        var now = time.Moment();
        return await (
            from network in db.Set<CareNetwork>()
            join membership in db.Set<NetworkMembership>() on network.Compartment equals membership.Compartment
            where networks.Contains(network.Id) && membership.Person == person && membership.From <= now && (membership.Until == null || membership.Until > now)
            select new SealedCard(network.Id, network.Name, network.State, network.LocksAt, membership.Id, membership.Capacity, membership.Function)).AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>The invitation behind a link, still sealed.</summary>
    internal Task<Invitation?> InvitationBehind(LookupIndex secret, CancellationToken cancel)
        => finding.Set<Invitation>().AsNoTracking().SingleOrDefaultAsync(i => i.Secret == secret, cancel);

    /// <summary>The network that somebody got into with an account they made in this browser, from this link.</summary>
    internal async Task<NetworkId?> CompletedIn(LookupIndex secret, LookupIndex browser, CancellationToken cancel)
        => await finding.Set<WaitingAccount>().Where(w => w.Browser == browser && w.EndedAt != null && finding.Db.Set<Invitation>().Any(i => i.Compartment == w.Compartment && i.Id == w.Invitation && i.Secret == secret && i.AcceptedAt != null))
            .Select(w => (CompartmentId?)w.Compartment).SingleOrDefaultAsync(cancel) is { } compartment ? new NetworkId(compartment.Value) : null;

    /// <summary>The network that a form has started already, for somebody who takes part in it.</summary>
    internal async Task<NetworkId?> StartedWith(OrganisationId lead, Guid clientId, PersonId person, CancellationToken cancel)
        => await db.Set<CareNetwork>()
            .Where(n => n.LeadOrganisation == lead && n.ClientId == clientId && db.Set<NetworkMembership>().Any(m => m.Compartment == n.Compartment && m.Person == person && m.Until == null))
            .Select(n => (NetworkId?)n.Id).SingleOrDefaultAsync(cancel);

    /// <summary>Who asked for somebody's admission.</summary>
    internal async Task<PersonId?> AskerOf(NetworkId network, AdmissionId admission, CancellationToken cancel)
    {
        var compartment = network.Compartment.Id;
        return await db.Set<AdmissionRequest>().Where(a => a.Compartment == compartment && a.Id == admission).Select(a => (PersonId?)a.RequestedBy).SingleOrDefaultAsync(cancel);
    }

    /// <summary>When the first network of a care recipient locked, or will; null for somebody who never had one.</summary>
    /// <param name="marks">By which they are recognised, beside their own id.</param>
    internal async Task<DateTimeOffset?> EarliestLock(IReadOnlyList<LookupIndex> marks, PersonId recipient, CancellationToken cancel)
        => await finding.Set<CareNetwork>().Where(n => n.Recipient == recipient || finding.Db.Set<RecipientMark>().Any(m => m.Compartment == n.Compartment && marks.Contains(m.Index)))
            .OrderBy(n => n.LocksAt).Select(n => (DateTimeOffset?)n.LocksAt).FirstOrDefaultAsync(cancel);

    /// <summary>How many consent questions wait, per network; not those somebody asked themselves, nor those put off until later.</summary>
    internal async Task<Dictionary<NetworkId, int>> QuestionsFor(PersonId person, IReadOnlyCollection<NetworkId> networks, CancellationToken cancel)
    {
        if (networks.Count == 0)
            return [];
        var now = time.Moment();
        var compartments = networks.Select(n => n.Compartment.Id).ToList();
        return await db.Set<AdmissionRequest>()
            .Where(a => compartments.Contains(a.Compartment) && a.RequestedBy != person && db.Set<CareNetwork>().Any(n => n.Compartment == a.Compartment && n.State != CareState.Closed)
                && (a.State == AdmissionState.Waiting || (a.State == AdmissionState.Postponed && a.PostponedUntil <= now)))
            .GroupBy(a => a.Compartment).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => new NetworkId(g.Key.Value), g => g.Count, cancel);
    }
}

internal sealed record RunningEmergency(NetworkId Network, DateTimeOffset Until);
