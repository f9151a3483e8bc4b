using Kring.Access;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

/// <param name="Plan">What would happen now; saving decides anew.</param>
/// <param name="Answerers">Who could answer, when it would be a question.</param>
/// <param name="Organisations">Those with an agreement and a basis here: their professionals may be invited.</param>
/// <param name="Earlier">What an invitation said that is to be sent anew, for those who arrange.</param>
internal sealed record InvitationFormFacts(NetworkHead Head, InvitationPlan Plan, Answerers Answerers, IReadOnlyList<Organisation> Organisations, InvitationForm? Earlier);

/// <summary>What somebody needs to know to invite.</summary>
internal sealed class ShowInvitationForm(Door door, NetworksAccess networks, OrganisationsAccess organisations, WhoAnswers who, TimeProvider time)
{
    /// <param name="anew">An earlier invitation that came to nothing.</param>
    internal async Task<(InvitationFormFacts? Facts, GateRefusal Refusal)> Run(Actor actor, NetworkId id, InvitationId? anew, CancellationToken cancel)
    {
        var what = anew is { } used ? new LoggedObject("invitation", used.Value) : new LoggedObject("network", id.Value);
        var (grant, refusal) = await door.Enter(new Visit(actor, id.Compartment, NetworksPurposes.Arrange, Operations.Read, what), cancel);
        if (grant is null)
            return (null, refusal);
        if (grant.Standing.ReadOnly && grant.Standing.Emergency)
        {
            await door.Refuse(grant, GateRefusal.ReadOnly.ToString(), cancel);
            return (null, GateRefusal.ReadOnly);
        }

        var me = grant.Person;
        var network = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var by = await grant.Rows<NetworkMembership>().SingleOrDefaultAsync(m => m.Person == me && m.Until == null, cancel);
        var based = await grant.Rows<ParticipationBasis>().Where(b => b.EndedAt == null).Select(b => b.Organisation).ToListAsync(cancel);
        var agreed = await organisations.WithAgreement(cancel);
        var plan = network.PlanInvitation(by, time.Moment());
        var answerers = plan == InvitationPlan.AskConsentFirst ? await who.Besides(grant, network, me, cancel) : Answerers.SomebodyElse;
        return (new InvitationFormFacts(await networks.Head(grant, cancel), plan, answerers, [.. agreed.Where(o => based.Contains(o.Id))], await Earlier(grant, anew, cancel)), GateRefusal.None);
    }

    private static async Task<InvitationForm?> Earlier(Grant grant, InvitationId? id, CancellationToken cancel)
    {
        if (id is null || grant.Standing.Role is not (Role.Coordinator or Role.CareRecipient or Role.Representative)
            || await grant.Rows<Invitation>().SingleOrDefaultAsync(i => i.Id == id && i.Person == null && i.AcceptedAt == null && i.DeclinedAt == null && i.WithdrawnAt == null, cancel) is not { } invitation)
            return null;
        var function = grant.Open(Invitation.FunctionField, invitation.Id.Value, invitation.Function);
        var professional = invitation.Capacity == Capacity.Professional;
        return new InvitationForm
        {
            Name = grant.Open(Invitation.NameField, invitation.Id.Value, invitation.Name),
            Address = InvitationAddress.Read(grant.Open(Invitation.AddressField, invitation.Id.Value, invitation.Address))?.Shown,
            Capacity = professional ? "professional" : "naaste",
            Function = professional ? function : null,
            Relation = professional ? null : function,
            Organisation = invitation.Organisation?.ToString(),
        };
    }
}
