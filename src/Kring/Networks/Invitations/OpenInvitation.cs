using Kring.Access;
using Kring.Access.Sealing;
using Kring.Delivery;
using Kring.Law;
using Kring.Networks.Admissions;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

/// <summary>An invitation as its link shows it: nothing of the network, and no more of the address than its owner recognises.</summary>
/// <param name="Enrolled">The profile that an account is made in, when the person was enrolled already.</param>
/// <param name="WaitingMail">The address that this browser asked an account for and that waits for its code.</param>
/// <param name="Network">Known to the program; not for the page of somebody who has not accepted.</param>
internal sealed record OpenedInvitation(AcceptancePlan Plan, InvitationId Id = default, NetworkId Network = default, InvitationAddress? Address = null, string? Name = null, PersonId? Enrolled = null,
    string? WaitingMail = null)
{
    internal bool ByMail => Address is { Channel: DeliveryChannel.Mail };
}

/// <summary>Finds the invitation behind a link. Looking changes nothing: mail scanners open links too.</summary>
internal sealed class OpenInvitation(Door door, NetworksAccess networks, PeopleAccess people, OrganisationsAccess organisations, LookupIndexes indexes, LegalTermsBoard terms, TimeProvider time)
{
    /// <param name="browser">The secret in the cookie of an account that is being made.</param>
    internal async Task<OpenedInvitation> Run(Actor? known, string secret, CancellationToken cancel, string? browser = null)
    {
        if (await networks.InvitationBehind(indexes.OfInvitation(secret), cancel) is not { } invitation)
            return new OpenedInvitation(AcceptancePlan.Unknown);
        var network = new NetworkId(invitation.Compartment.Value);
        var visit = new Visit(Actor.Invited(invitation.Id.Value, known?.Person, known?.Session), network.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("invitation", invitation.Id.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant || !await StillWanted(grant, invitation, organisations, time.Moment(), cancel))
            return new OpenedInvitation(AcceptancePlan.Over, invitation.Id, network);
        var address = InvitationAddress.Read(grant.Open(Invitation.AddressField, invitation.Id.Value, invitation.Address))!;
        var byMail = address.Channel == DeliveryChannel.Mail;
        var owner = (byMail ? (await people.AccountOf(address.Value, cancel))?.Person : null) ?? (invitation.Person is { } enrolled && await people.HasAccount(enrolled, cancel) ? enrolled : null);
        // The care recipient is somebody else than who takes part already, the coordinator who invites them first of all.
        if (invitation.Person is { } recipient && known?.Person is { } me && me != recipient
            && (me == invitation.InvitedBy || await grant.Rows<NetworkMembership>().AnyAsync(m => m.Person == me && m.Until == null, cancel)))
            return new OpenedInvitation(AcceptancePlan.OtherAccount, invitation.Id, network, address, Enrolled: recipient);
        var holder = new InvitationHolder(known?.Person, owner, !byMail && await HasOtherNumber(known, address, cancel));
        return new OpenedInvitation(invitation.PlanAcceptance(holder, byMail, time.Moment()), invitation.Id, network, address, grant.Open(Invitation.NameField, invitation.Id.Value, invitation.Name), invitation.Person,
            byMail || browser is null ? null : await WaitingMail(grant, invitation.Id, browser, cancel));
    }

    /// <summary>
    /// An invitation after the lock is worth as much as the consent it rests on, one before it as the participation of whoever sent it; the recipient's own stays. A closed network
    /// takes nobody in.
    /// </summary>
    internal static async Task<bool> StillWanted(Grant grant, Invitation invitation, OrganisationsAccess organisations, DateTimeOffset now, CancellationToken cancel)
    {
        var network = await grant.Rows<CareNetwork>().AsNoTracking().SingleAsync(cancel);
        if (network.State == CareState.Closed)
            return false;
        if (invitation.Admission is { } admission)
            return await grant.Rows<Consent>().AnyAsync(c => c.Admission == admission && c.Given && c.WithdrawnAt == null, cancel);
        return invitation.Person == network.Recipient || await TakesPart(grant, invitation.InvitedBy, organisations, now, cancel);
    }

    private static async Task<bool> TakesPart(Grant grant, PersonId person, OrganisationsAccess organisations, DateTimeOffset now, CancellationToken cancel)
        => await grant.Rows<NetworkMembership>().AsNoTracking().SingleOrDefaultAsync(m => m.Person == person && m.From <= now && (m.Until == null || m.Until > now), cancel) is { } membership
            && (membership.Organisation is not { } organisation || ((await organisations.EmploymentsOf(person, cancel)).Any(e => e.Organisation == organisation)
                && await grant.Rows<ParticipationBasis>().AnyAsync(b => b.Organisation == organisation && b.EndedAt == null, cancel)));

    private async Task<string?> WaitingMail(Grant grant, InvitationId id, string browser, CancellationToken cancel)
    {
        var waiting = await grant.Rows<WaitingAccount>().SingleOrDefaultAsync(w => w.Invitation == id, cancel);
        return waiting is not null && waiting.GoesOnIn(indexes.OfAccountBrowser(browser), await terms.Current(cancel), time.Moment())
            ? grant.OpenOrNull(WaitingAccount.MailField, id.Value, waiting.Mail)
            : null;
    }

    private async Task<bool> HasOtherNumber(Actor? known, InvitationAddress address, CancellationToken cancel)
    {
        if (known?.Person is not { } person)
            return false;
        var visit = new Visit(known, person.Profile, PeoplePurposes.OwnProfile, Operations.Read, new LoggedObject("profile", person.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } profile)
            return true;
        var row = await profile.Rows<Person>().SingleAsync(cancel);
        return profile.OpenOrNull(Person.PhoneField, row.Id.Value, row.Phone) is { } number && number != address.Value;
    }
}
