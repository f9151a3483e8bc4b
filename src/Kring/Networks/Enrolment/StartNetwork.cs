using Kring.Access;
using Kring.Access.Sealing;
using Kring.Law;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Enrolment;

/// <summary>What a coordinator states when a network starts.</summary>
/// <param name="Reach">Where the care recipient is invited to an account of their own; null without one.</param>
/// <param name="ClientId">Made by the browser's form: the same one gives one network.</param>
internal sealed record EnrolmentDetails(OrganisationId Organisation, string Name, DateOnly BirthDate, InvitationAddress? Reach, ContactPreference Contact,
    BasisKind Basis, string Reference, DateOnly DocumentDate, Guid ClientId);

internal enum EnrolmentOutcome
{
    Started,
    /// <summary>The recipient had a network before: the lock of then stays.</summary>
    StartedLocked,
    NotACoordinator,
    /// <summary>The organisation has no cooperation agreement that is valid today (promise K8).</summary>
    NoAgreement,
    /// <summary>The address belongs to whoever fills in the form.</summary>
    OwnAddress,
    SomebodyWasFirst,
}

/// <summary>Starts a care network: the recipient's profile, the network with its first two participants, the organisation's basis, and the recipient's invitation.</summary>
internal sealed class StartNetwork(
    Door door, NetworksAccess networks, OrganisationsAccess organisations, PeopleAccess people, Profiles profiles, NetworkRows rows, SendInvitation send, LookupIndexes indexes, LegalTermsBoard terms, TimeProvider time)
{
    internal async Task<(EnrolmentOutcome Outcome, NetworkId? Network)> Run(Actor actor, EnrolmentDetails details, CancellationToken cancel)
    {
        var visit = new Visit(actor, details.Organisation.Office, NetworksPurposes.Enrol, Operations.Create, new LoggedObject("network"));
        if ((await door.Enter(visit, cancel)).Grant is not { } office)
            return (EnrolmentOutcome.NotACoordinator, null);
        if (!await organisations.MayTakePart(details.Organisation, cancel))
            return (EnrolmentOutcome.NoAgreement, null);
        if (await networks.StartedWith(details.Organisation, details.ClientId, office.Person, cancel) is { } made)
            return (EnrolmentOutcome.Started, made);
        var known = details.Reach is { Channel: Delivery.DeliveryChannel.Mail } mail ? (await people.AccountOf(mail.Value, cancel))?.Person : null;
        if (known == office.Person)
            return (EnrolmentOutcome.OwnAddress, null);

        // An address may be mistyped: whoever has an account there becomes the care recipient by accepting, and not before.
        var recipient = await AddRecipient(office, details, cancel);
        var now = time.Moment();
        var earlier = await networks.EarliestLock([.. RecipientMarks.Sought(details.Name, details.BirthDate, details.Reach).Select(indexes.OfMark)], known ?? recipient, cancel);
        var locksAt = earlier ?? (await terms.Current(cancel)).EndOf(LegalTermKeys.NetworkLock, now);
        var id = time.NewId<NetworkId>();
        var network = await door.Found(office, id.Compartment, NetworksPurposes.Enrol, new LoggedObject("network", id.Value), cancel);
        rows.AddNetwork(network, recipient, details.Name, details.BirthDate, details.Organisation, now, locksAt, details.Contact, details.ClientId, details.Reach);
        rows.AddMembership(network, new Participant(recipient, Capacity.CareRecipient, details.Name, NetworksTexts.FunctionRecipient), now, null);
        rows.AddMembership(network, await Coordinator(office, details.Organisation, cancel), now, null);
        rows.AddBasis(network, details.Organisation, details.Basis, details.Reference, details.DocumentDate, office.Person);
        if (details.Reach is { } reach)
            await send.Add(network, new InvitationDetails(details.Name, NetworksTexts.FunctionRecipient, reach.Value, Capacity.CareRecipient, null, true, office.Person, Person: recipient), time.Moment(), cancel);
        if (await door.CommitHeld(office, cancel) == HeldCommit.Saved)
            return (now >= locksAt ? EnrolmentOutcome.StartedLocked : EnrolmentOutcome.Started, id);
        return await networks.StartedWith(details.Organisation, details.ClientId, office.Person, cancel) is { } twin ? (EnrolmentOutcome.Started, twin) : (EnrolmentOutcome.SomebodyWasFirst, null);
    }

    private async Task<PersonId> AddRecipient(Grant office, EnrolmentDetails details, CancellationToken cancel)
    {
        var recipient = time.NewId<PersonId>();
        var profile = await door.Found(office, recipient.Profile, PeoplePurposes.Register, new LoggedObject("profile", recipient.Value), cancel);
        var isMail = details.Reach is { Channel: Delivery.DeliveryChannel.Mail };
        profiles.AddPerson(profile, new PersonDetails(details.Name, isMail ? details.Reach!.Value : null, isMail ? null : details.Reach?.Value, details.BirthDate));
        return recipient;
    }

    private static async Task<Participant> Coordinator(Grant office, OrganisationId organisation, CancellationToken cancel)
    {
        var me = office.Person;
        var staff = await office.Rows<StaffMember>().AsNoTracking().SingleAsync(s => s.Person == me && s.Until == null, cancel);
        return new Participant(me, Capacity.Professional, office.Open(StaffMember.NameField, staff.Id.Value, staff.Name), office.Open(StaffMember.JobTitleField, staff.Id.Value, staff.JobTitle), organisation, IsCoordinator: true);
    }
}
