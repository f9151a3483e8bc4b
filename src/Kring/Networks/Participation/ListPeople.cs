using Kring.Access;
using Kring.Law;
using Kring.Networks.Admissions;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Participation;

/// <summary>Who takes part in a network, on which basis, and who is on the way in. Open to everybody who takes part; who is on the way in is not for whose mandate is for money only.</summary>
internal sealed class ListPeople(Door door, NetworksAccess networks, OrganisationsAccess organisations, PeopleAccess people, VoiceOf voices, RightsOf rights, WhoAnswers who, LegalTermsBoard terms, TimeProvider time)
{
    internal async Task<(NetworkPeople? People, GateRefusal Refusal)> Run(Actor actor, NetworkId id, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, id.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("participants", id.Value)), cancel);
        if (grant is null)
            return (null, refusal);
        var reading = new Reading(grant, await networks.Head(grant, cancel), await organisations.All(cancel), time.Moment());
        var members = await grant.Rows<NetworkMembership>().ToListAsync(cancel);
        var rows = members.Where(m => m.From <= reading.Now).OrderBy(m => m.From).Select(m => (Member: m, Row: reading.Participant(m))).ToList();
        var names = rows.GroupBy(r => r.Member.Person).ToDictionary(g => g.Key, g => g.Last().Row.Name);
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var voice = await voices.All(grant, care, cancel);
        var may = await rights.In(care, members, voice, cancel);
        var arrivals = reading.Head.State != CareState.Closed && grant.Standing.Role != Role.FinancialRepresentative;
        var invitations = await grant.Rows<Invitation>().Where(i => arrivals && i.WithdrawnAt == null).OrderBy(i => i.InvitedAt).ToListAsync(cancel);
        var unanswered = invitations.Exists(i => i.AcceptedAt is null && i.Capacity == Capacity.CareRecipient);
        var now = rows.Where(r => r.Member.ActiveAt(reading.Now)).Select(r => r with { Row = r.Row with { Rights = may.GetValueOrDefault(r.Member.Id), NotSignedUp = unanswered && r.Row.Capacity == Capacity.CareRecipient } }).ToList();
        var asked = await grant.Rows<AdmissionRequest>().Where(a => arrivals && (a.State == AdmissionState.Waiting || a.State == AdmissionState.Postponed)).OrderBy(a => a.RequestedAt).ToListAsync(cancel);
        var (me, coordinates, shownSince) = (grant.Person, reading.Head.Role == Role.Coordinator, (await terms.Current(cancel)).StartOf(LegalTermKeys.RefusalShown, reading.Now));
        var refused = await grant.Rows<AdmissionRequest>().Where(a => arrivals && a.State == AdmissionState.Refused && a.AnsweredAt > shownSince && (coordinates || a.RequestedBy == me)).OrderBy(a => a.AnsweredAt).ToListAsync(cancel);
        var bases = await grant.Rows<ParticipationBasis>().OrderBy(b => b.RecordedAt).ToListAsync(cancel);
        return (new NetworkPeople(
            reading.Head,
            [.. now.Select(r => r.Row)],
            [.. rows.Where(r => !r.Member.ActiveAt(reading.Now)).OrderByDescending(r => r.Member.Until).Select(r => r.Row)],
            [.. invitations.GroupBy(i => i.AddressIndex).Select(g => g.Last()).Where(i => i.AcceptedAt is null && asked.TrueForAll(a => a.AddressIndex != i.AddressIndex)).Select(i => reading.Invited(i, Next(i)))],
            [.. asked.Select(a => reading.Asked(a, names.GetValueOrDefault(a.RequestedBy) ?? NetworksTexts.SomebodyElse))],
            [.. refused.Select(reading.Refused)],
            [.. bases.Select(reading.Basis)],
            Deciders(now, voice),
            asked.Count > 0 && reading.Head.Role == Role.Coordinator ? await Tell(care, cancel) : TellRecipient.ByNotice,
            arrivals && coordinates ? await who.Besides(grant, care, me, cancel) : Answerers.SomebodyElse), GateRefusal.None);

        InvitedNext Next(Invitation invitation) => invitation.Next(reading.Head.Locked, now.Exists(r => r.Member.Person == invitation.InvitedBy && Based(r.Member.Organisation)), Based(invitation.Organisation), reading.Now);

        bool Based(OrganisationId? organisation) => organisation is null || bases.Exists(b => b.Organisation == organisation && b.EndedAt is null);
    }

    private async Task<TellRecipient> Tell(CareNetwork care, CancellationToken cancel) => care.ContactPreference switch
    {
        ContactPreference.Telephone => TellRecipient.ByTelephone,
        ContactPreference.InPerson => TellRecipient.InPerson,
        ContactPreference.Mail or ContactPreference.Sms => await people.HasAccount(care.Recipient, cancel) ? TellRecipient.ByNotice : TellRecipient.WithoutAccount,
    };

    // Representatives first: where there are any, they are the ones who are asked. A child under 16 does not say yes.
    private static IReadOnlyList<string> Deciders(IEnumerable<(NetworkMembership Member, ParticipantRow Row)> now, Func<PersonId, Voice> voice)
        => [.. now.Where(r => r.Row.Capacity is Capacity.CareRecipient or Capacity.Representative && voice(r.Member.Person).Decides).OrderByDescending(r => r.Row.Capacity).Select(r => r.Row.Name)];

    private sealed class Reading(Grant grant, NetworkHead head, IReadOnlyDictionary<OrganisationId, Organisation> organisations, DateTimeOffset now)
    {
        private readonly bool _arranges = head.Role is Role.Coordinator or Role.CareRecipient or Role.Representative;

        internal NetworkHead Head => head;

        internal DateTimeOffset Now => now;

        internal ParticipantRow Participant(NetworkMembership m) => new(
            m.Id, grant.Open(NetworkMembership.NameField, m.Id.Value, m.Name), m.Capacity, grant.FunctionOf(m), NameOf(m.Organisation),
            m.From, m.Until, m.IsCoordinator, m.Person == grant.Person);

        internal InvitedRow Invited(Invitation i, InvitedNext next) => new(
            i.Id, grant.Open(Invitation.NameField, i.Id.Value, i.Name), i.Capacity == Capacity.CareRecipient ? NetworksTexts.FunctionRecipient : grant.Open(Invitation.FunctionField, i.Id.Value, i.Function), NameOf(i.Organisation),
            _arranges ? InvitationAddress.Read(grant.Open(Invitation.AddressField, i.Id.Value, i.Address))?.Shown : null, i.ValidUntil,
            i.DeclinedAt is not null ? InvitedState.Declined : i.OpenAt(now) ? InvitedState.Waiting : InvitedState.Expired,
            next);

        internal AskedRow Asked(AdmissionRequest a, string askedBy) => new(
            a.Id, grant.Open(AdmissionRequest.NameField, a.Id.Value, a.Name), grant.Open(AdmissionRequest.FunctionField, a.Id.Value, a.Function), NameOf(a.Organisation),
            askedBy, a.RequestedAt, a.RequestedBy == grant.Person);

        internal RefusedRow Refused(AdmissionRequest a) => new(
            grant.Open(AdmissionRequest.NameField, a.Id.Value, a.Name), grant.Open(AdmissionRequest.FunctionField, a.Id.Value, a.Function), NameOf(a.Organisation), a.AnsweredAt!.Value);

        internal BasisRow Basis(ParticipationBasis b) => new(
            b.Id, NameOf(b.Organisation) ?? string.Empty, b.Kind, b.DocumentDate, _arranges ? grant.Open(ParticipationBasis.ReferenceField, b.Id.Value, b.DocumentReference) : null,
            b.EndedAt, b.End == BasisEnd.Corrected, _arranges ? grant.OpenOrNull(ParticipationBasis.EndReasonField, b.Id.Value, b.EndReason) : null);

        private string? NameOf(OrganisationId? id) => id is { } known && organisations.TryGetValue(known, out var organisation) ? organisation.Name : null;
    }
}
