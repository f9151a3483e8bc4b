using Kring.Access;
using Kring.Access.Sealing;
using Kring.Delivery;
using Kring.Networks.Admissions;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

/// <summary>Whom somebody wants in, as what and why.</summary>
/// <param name="Function">Relation or function: "dochter", "fysiotherapeut".</param>
/// <param name="Reason">Asked of the recipient after the lock.</param>
/// <param name="History">Whether old messages are to be seen.</param>
internal sealed record InvitationWish(string Name, InvitationAddress Address, Capacity Capacity, string Function, OrganisationId? Organisation, string? Reason, bool History);

internal enum InviteOutcome
{
    Sent,
    ConsentAsked,
    NotAParticipant,
    MayNotInvite,
    NetworkClosed,
    /// <summary>The network is locked: the recipient wants to know why.</summary>
    ReasonNeeded,
    /// <summary>Only whoever asks could answer, and nobody answers their own question.</summary>
    NobodyElseAnswers,
    /// <summary>The care recipient has no account, and no representative decides: the question would wait for ever.</summary>
    NobodyCanAnswer,
    /// <summary>The care recipient is too young to say yes, and no representative decides.</summary>
    NobodyDecides,
    AlreadyTakesPart,
    AlreadyInvited,
    AlreadyAsked,
    NoAgreement,
    NoBasis,
    SomebodyWasFirst,
}

/// <summary>Invites somebody, or asks the care recipient first. Which of the two is decided in the transaction that saves it, whatever the form said when it was opened.</summary>
internal sealed class InviteParticipant(
    Door door, OrganisationsAccess organisations, PeopleAccess people, SendInvitation send, AskAdmission ask, WhoAnswers who, LookupIndexes indexes, TimeProvider time)
{
    internal async Task<InviteOutcome> Run(Actor actor, NetworkId id, InvitationWish wish, CancellationToken cancel)
    {
        var visit = new Visit(actor, id.Compartment, NetworksPurposes.Arrange, Operations.Create, new LoggedObject("invitation"));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return InviteOutcome.NotAParticipant;
        var me = grant.Person;
        var network = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var by = await grant.Rows<NetworkMembership>().SingleOrDefaultAsync(m => m.Person == me && m.Until == null, cancel);
        var plan = network.PlanInvitation(by, time.Moment());
        var outcome = Outcome(plan, wish);
        if (outcome is InviteOutcome.Sent or InviteOutcome.ConsentAsked)
            outcome = await Obstacle(grant, wish, cancel) ?? outcome;
        if (outcome == InviteOutcome.ConsentAsked)
            outcome = Asked(await who.Besides(grant, network, me, cancel));
        if (outcome is not (InviteOutcome.Sent or InviteOutcome.ConsentAsked))
            return outcome;
        if (plan == InvitationPlan.AskConsentFirst)
            await ask.Notify(grant, network, cancel);
        var held = await door.CommitHeld(grant, async () =>
        {
            var now = time.Moment();
            if (network.PlanInvitation(by, now) != plan)
                return false;
            network.Version++;
            if (plan == InvitationPlan.SendNow)
                await send.Add(grant, new InvitationDetails(wish.Name, wish.Function, wish.Address.Value, wish.Capacity, wish.Organisation, wish.History, me), now, cancel);
            else
                ask.Add(grant, wish);
            return true;
        }, cancel);
        return held switch
        {
            HeldCommit.Saved => outcome,
            HeldCommit.NothingChanged => InviteOutcome.SomebodyWasFirst,
            HeldCommit.Refused => InviteOutcome.NotAParticipant,
        };
    }

    private static InviteOutcome Outcome(InvitationPlan plan, InvitationWish wish) => plan switch
    {
        InvitationPlan.SendNow => InviteOutcome.Sent,
        InvitationPlan.AskConsentFirst => string.IsNullOrWhiteSpace(wish.Reason) ? InviteOutcome.ReasonNeeded : InviteOutcome.ConsentAsked,
        InvitationPlan.NotAParticipant => InviteOutcome.NotAParticipant,
        InvitationPlan.MayNotInvite => InviteOutcome.MayNotInvite,
        InvitationPlan.NetworkClosed => InviteOutcome.NetworkClosed,
    };

    private static InviteOutcome Asked(Answerers answerers) => answerers switch
    {
        Answerers.SomebodyElse => InviteOutcome.ConsentAsked,
        Answerers.OnlyTheAsker => InviteOutcome.NobodyElseAnswers,
        Answerers.RecipientHasNoAccount => InviteOutcome.NobodyCanAnswer,
        Answerers.NobodyDecides => InviteOutcome.NobodyDecides,
    };

    private async Task<InviteOutcome?> Obstacle(Grant grant, InvitationWish wish, CancellationToken cancel)
    {
        if (wish.Capacity == Capacity.Professional)
        {
            if ((await organisations.WithAgreement(cancel)).All(o => o.Id != wish.Organisation)) return InviteOutcome.NoAgreement;
            if (!await grant.Rows<ParticipationBasis>().AnyAsync(b => b.Organisation == wish.Organisation && b.EndedAt == null, cancel)) return InviteOutcome.NoBasis;
        }

        var now = time.Moment();
        var index = wish.Address.Index(indexes);
        if (await grant.Rows<Invitation>().AnyAsync(i => i.AddressIndex == index && i.AcceptedAt == null && i.DeclinedAt == null && i.WithdrawnAt == null && i.ValidUntil > now, cancel)) return InviteOutcome.AlreadyInvited;
        if (await grant.Rows<AdmissionRequest>().AnyAsync(a => a.AddressIndex == index && (a.State == AdmissionState.Waiting || a.State == AdmissionState.Postponed), cancel)) return InviteOutcome.AlreadyAsked;
        var known = wish.Address.Channel == DeliveryChannel.Mail ? (await people.AccountOf(wish.Address.Value, cancel))?.Person : null;
        return known is { } person && await grant.Rows<NetworkMembership>().AnyAsync(m => m.Person == person && m.Until == null, cancel) ? InviteOutcome.AlreadyTakesPart : null;
    }
}
