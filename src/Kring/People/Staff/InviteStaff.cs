using System.Security.Cryptography;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.Delivery;
using Kring.Law;
using Kring.Organisations;
using Kring.Organisations.Staff;
using Kring.Platform;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Staff;

/// <summary>Whom to invite, as what.</summary>
internal sealed record StaffWish(StaffInvitationId Id, string Name, string Mail, Role Role, string JobTitle);

internal enum StaffInvited
{
    Sent,
    AlreadyInvited,
    AlreadyWorks,
    TryAgain,
    NotThere,
}

/// <summary>Invites somebody to work for an organisation on Kring: a mail with a link, which names nobody but its receiver. Whether the address has an account is not told.</summary>
internal sealed class InviteStaff(Door door, OrganisationsAccess organisations, PeopleAccess people, LookupIndexes indexes, Outbox outbox, LegalTermsBoard terms, TimeProvider time)
{
    /// <returns>The name of the organisation; null when this is not for who asks.</returns>
    internal async Task<(string? Organisation, GateRefusal Refusal)> MayInvite(Actor actor, OrganisationId organisation, CancellationToken cancel)
    {
        var (office, refusal) = await door.Enter(new Visit(actor, organisation.Office, OrganisationsPurposes.ManageStaff, Operations.Read, new LoggedObject("staff-invitation")), cancel);
        return (office is null ? null : (await organisations.Of(organisation, cancel)).Name, refusal);
    }

    internal async Task<StaffInvited> Run(Actor actor, OrganisationId organisation, StaffWish wish, CancellationToken cancel)
    {
        var visit = new Visit(actor, organisation.Office, OrganisationsPurposes.ManageStaff, Operations.Create, new LoggedObject("staff-invitation", wish.Id.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } office)
            return StaffInvited.NotThere;
        var obstacle = await Obstacle(office, wish, cancel);
        if (obstacle is not null)
            return obstacle.Value;
        await Add(office, wish, cancel);
        return await door.CommitHeld(office, async () => (obstacle = await Obstacle(office, wish, cancel)) is null, cancel) switch
        {
            HeldCommit.Saved => StaffInvited.Sent,
            HeldCommit.NothingChanged => obstacle ?? StaffInvited.TryAgain,
            HeldCommit.Refused => StaffInvited.NotThere,
        };
    }

    private async Task<StaffInvited?> Obstacle(Grant office, StaffWish wish, CancellationToken cancel)
    {
        // The form was sent twice.
        if (await office.Rows<StaffInvitation>().AnyAsync(i => i.Id == wish.Id, cancel))
            return StaffInvited.Sent;
        var (index, now) = (indexes.OfMail(wish.Mail), time.Moment());
        if (await office.Rows<StaffInvitation>().AnyAsync(i => i.MailIndex == index && i.AcceptedAt == null && i.WithdrawnAt == null && i.ValidUntil > now, cancel))
            return StaffInvited.AlreadyInvited;
        return (await people.AccountOf(wish.Mail, cancel))?.Person is { } person && await office.Rows<StaffMember>().AnyAsync(s => s.Person == person && s.Until == null, cancel)
            ? StaffInvited.AlreadyWorks
            : null;
    }

    private async Task Add(Grant office, StaffWish wish, CancellationToken cancel)
    {
        var (id, now) = (wish.Id.Value, time.Moment());
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var until = (await terms.Current(cancel)).EndOf(LegalTermKeys.StaffInvitation, now);
        office.Add(new StaffInvitation
        {
            Id = wish.Id,
            Compartment = office.Compartment.Id,
            Secret = indexes.OfSecret(OpenStaffInvitation.SecretKind, secret),
            Name = office.Seal(StaffInvitation.NameField, id, wish.Name),
            JobTitle = office.Seal(StaffInvitation.JobTitleField, id, wish.JobTitle),
            Mail = office.Seal(StaffInvitation.MailField, id, wish.Mail),
            MailIndex = indexes.OfMail(wish.Mail),
            Role = wish.Role,
            InvitedBy = office.Person,
            InvitedAt = now,
            ValidUntil = until,
        });
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = wish.Name, ["path"] = $"/uitnodiging/werk/{secret}", ["language"] = "nl" };
        outbox.Add(office, NoticeKind.Invitation, DeliveryChannel.Mail, wish.Mail, variables, uselessAfter: until);
    }
}

/// <summary>Takes an invitation back: its link stops working at once.</summary>
internal sealed class WithdrawStaffInvitation(Door door, TimeProvider time)
{
    /// <returns>False when it was no longer open, or is not there.</returns>
    internal async Task<bool> Run(Actor actor, OrganisationId organisation, StaffInvitationId id, CancellationToken cancel)
    {
        var visit = new Visit(actor, organisation.Office, OrganisationsPurposes.ManageStaff, Operations.Update, new LoggedObject("staff-invitation", id.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } office)
            return false;
        if (await office.Rows<StaffInvitation>().SingleOrDefaultAsync(i => i.Id == id && i.AcceptedAt == null && i.WithdrawnAt == null, cancel) is not { } invitation)
            return false;
        invitation.WithdrawnAt = time.Moment();
        invitation.Version++;
        return await door.CommitHeld(office, cancel) == HeldCommit.Saved;
    }
}
