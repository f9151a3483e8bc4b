using Kring.Access;
using Kring.Access.Sealing;
using Kring.Delivery;
using Kring.Networks.Admissions;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.People;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

internal enum InviteRecipientOutcome
{
    Sent,
    NotTheirs,
    NetworkClosed,
    HasAccount,
    /// <summary>The address is of somebody who takes part, once did, or was invited or asked for: nobody becomes the one who decides over what they do here.</summary>
    OfAParticipant,
    /// <summary>An invitation to this very address is less than an hour old.</summary>
    TooSoon,
    SomebodyWasFirst,
}

/// <param name="HasAccount">The care recipient can sign in: there is nothing to invite to.</param>
internal sealed record RecipientFacts(NetworkHead Head, bool HasAccount);

/// <summary>
/// Invites the care recipient to an account of their own, also after the lock: without one nobody may be able to say yes. It lets nobody in; the recipient takes part
/// already. An earlier invitation of theirs stops working, and whoever decides for them is told.
/// </summary>
internal sealed class InviteRecipient(Door door, NetworksAccess networks, PeopleAccess people, SendInvitation send, WhoAnswers who, NotifyPerson notify, LookupIndexes indexes, TimeProvider time)
{
    internal async Task<(RecipientFacts? Facts, GateRefusal Refusal)> Show(Actor actor, NetworkId id, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(Visit(actor, id, Operations.Read), cancel);
        if (grant is null)
            return (null, refusal);
        if (grant.Standing is not { Role: Role.Coordinator, ReadOnly: false })
        {
            await door.Refuse(grant, nameof(InviteRecipientOutcome.NotTheirs), cancel);
            return (null, GateRefusal.NotAuthorised);
        }

        var care = await grant.Rows<CareNetwork>().AsNoTracking().SingleAsync(cancel);
        return (new RecipientFacts(await networks.Head(grant, cancel), await people.HasAccount(care.Recipient, cancel)), GateRefusal.None);
    }

    internal async Task<InviteRecipientOutcome> Run(Actor actor, NetworkId id, InvitationAddress address, CancellationToken cancel)
    {
        if ((await door.Enter(Visit(actor, id, Operations.Create), cancel)).Grant is not { } grant)
            return InviteRecipientOutcome.NotTheirs;
        if (grant.Standing.Role != Role.Coordinator)
        {
            await door.Refuse(grant, nameof(InviteRecipientOutcome.NotTheirs), cancel);
            return InviteRecipientOutcome.NotTheirs;
        }

        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var (recipient, now) = (care.Recipient, time.Moment());
        var earlier = await grant.Rows<Invitation>().Where(i => i.Person == recipient && i.AcceptedAt == null && i.DeclinedAt == null && i.WithdrawnAt == null).ToListAsync(cancel);
        if (await Obstacle(grant, care, address, earlier, now, cancel) is { } obstacle)
            return obstacle;
        foreach (var invitation in earlier)
            await Withdraw(grant, invitation, now, cancel);
        var name = grant.Open(CareNetwork.NameField, care.Id.Value, care.Name);
        var me = grant.Person;
        await send.Add(grant, new InvitationDetails(name, NetworksTexts.FunctionRecipient, address.Value, Capacity.CareRecipient, null, true, me, Person: recipient), now, cancel);
        foreach (var decides in await who.In(grant, care, cancel))
            await notify.Add(decides, NoticeKind.NetworkChanged, $"/netwerken/{id}/mensen", cancel);
        care.Version++;
        var still = grant.Rows<NetworkMembership>().AsNoTracking();
        return await door.CommitHeld(grant, () => still.AnyAsync(m => m.Person == me && m.Until == null && m.IsCoordinator, cancel), cancel) switch
        {
            HeldCommit.Saved => InviteRecipientOutcome.Sent,
            HeldCommit.NothingChanged => InviteRecipientOutcome.SomebodyWasFirst,
            HeldCommit.Refused => InviteRecipientOutcome.NotTheirs,
        };
    }

    private static Visit Visit(Actor actor, NetworkId id, Operations operation) => new(actor, id.Compartment, NetworksPurposes.Arrange, operation, new LoggedObject("recipient-invitation"));

    private async Task<InviteRecipientOutcome?> Obstacle(Grant grant, CareNetwork care, InvitationAddress address, List<Invitation> earlier, DateTimeOffset now, CancellationToken cancel)
    {
        if (care.State == CareState.Closed) return InviteRecipientOutcome.NetworkClosed;
        if (await people.HasAccount(care.Recipient, cancel)) return InviteRecipientOutcome.HasAccount;
        var index = address.Index(indexes);
        if (earlier.Any(i => i.AddressIndex == index && now < i.InvitedAt + Invitation.RemindedAfter)) return InviteRecipientOutcome.TooSoon;
        var owner = address.Channel == DeliveryChannel.Mail ? (await people.AccountOf(address.Value, cancel))?.Person : null;
        var isParticipants = owner is { } person && await grant.Rows<NetworkMembership>().AnyAsync(m => m.Person == person, cancel);
        var isKnownHere = await grant.Rows<Invitation>().AnyAsync(i => i.AddressIndex == index && i.Person != care.Recipient, cancel) || await grant.Rows<AdmissionRequest>().AnyAsync(a => a.AddressIndex == index, cancel);
        return isParticipants || isKnownHere ? InviteRecipientOutcome.OfAParticipant : null;
    }

    private static async Task Withdraw(Grant grant, Invitation invitation, DateTimeOffset now, CancellationToken cancel)
    {
        invitation.WithdrawnAt = now;
        invitation.Version++;
        if (await grant.Rows<WaitingAccount>().SingleOrDefaultAsync(w => w.Invitation == invitation.Id, cancel) is { } waiting)
            grant.Remove(waiting);
    }
}
