using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Platform;

namespace Kring.Networks.Enrolment;

/// <summary>Somebody as a network knows them.</summary>
internal sealed record Participant(PersonId Person, Capacity Capacity, string Name, string Function, OrganisationId? Organisation = null, bool IsCoordinator = false);

/// <summary>Makes the rows of a care network. The caller holds the grant, has decided that it may be, and commits.</summary>
internal sealed class NetworkRows(LookupIndexes indexes, TimeProvider time)
{
    /// <param name="reach">Where the recipient is invited; they are recognised by it later.</param>
    internal CareNetwork AddNetwork(Grant network, PersonId recipient, string name, DateOnly birthDate, OrganisationId lead, DateTimeOffset enrolledAt, DateTimeOffset locksAt,
        ContactPreference contact = ContactPreference.InPerson, Guid? clientId = null, InvitationAddress? reach = null)
    {
        var id = new NetworkId(network.Compartment.Id.Value);
        foreach (var mark in RecipientMarks.Kept(name, birthDate, reach))
            network.Add(new RecipientMark { Compartment = network.Compartment.Id, Index = indexes.OfMark(mark) });
        return network.Add(new CareNetwork
        {
            Id = id,
            Compartment = network.Compartment.Id,
            Recipient = recipient,
            RecipientIndex = indexes.OfRecipient(name, birthDate),
            Name = network.Seal(CareNetwork.NameField, id.Value, name),
            BirthDate = network.Seal(CareNetwork.BirthDateField, id.Value, birthDate),
            LeadOrganisation = lead,
            EnrolledAt = enrolledAt,
            LocksAt = locksAt,
            State = CareState.InCare,
            ContactPreference = contact,
            ClientId = clientId ?? id.Value,
        });
    }

    /// <param name="historyFrom">Null shows the newcomer everything that was said before.</param>
    internal NetworkMembership AddMembership(Grant network, Participant who, DateTimeOffset from, DateTimeOffset? historyFrom)
    {
        var id = time.NewId<MembershipId>();
        return network.Add(new NetworkMembership
        {
            Id = id,
            Compartment = network.Compartment.Id,
            Person = who.Person,
            Capacity = who.Capacity,
            IsCoordinator = who.IsCoordinator,
            Organisation = who.Organisation,
            Name = network.Seal(NetworkMembership.NameField, id.Value, who.Name),
            Function = network.Seal(NetworkMembership.FunctionField, id.Value, who.Function),
            From = from,
            HistoryFrom = historyFrom,
        });
    }

    internal ParticipationBasis AddBasis(Grant network, OrganisationId organisation, BasisKind kind, string reference, DateOnly date, PersonId recordedBy)
    {
        var id = time.NewId<BasisId>();
        return network.Add(new ParticipationBasis
        {
            Id = id,
            Compartment = network.Compartment.Id,
            Organisation = organisation,
            Kind = kind,
            DocumentReference = network.Seal(ParticipationBasis.ReferenceField, id.Value, reference),
            DocumentDate = date,
            RecordedBy = recordedBy,
            RecordedAt = time.Moment(),
        });
    }
}
