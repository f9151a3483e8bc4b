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
internal sealed record InvitationFormFacts(NetworkHead Head, InvitationPlan Plan, Answerers Answerers, IReadOnlyList<Organisation> Organisations);

/// <summary>What somebody needs to know to invite.</summary>
internal sealed class ShowInvitationForm(Door door, NetworksAccess networks, OrganisationsAccess organisations, WhoAnswers who, TimeProvider time)
{
    internal async Task<(InvitationFormFacts? Facts, GateRefusal Refusal)> Run(Actor actor, NetworkId id, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, id.Compartment, NetworksPurposes.Arrange, Operations.Read, new LoggedObject("network", id.Value)), cancel);
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
        return (new InvitationFormFacts(await networks.Head(grant, cancel), plan, answerers, [.. agreed.Where(o => based.Contains(o.Id))]), GateRefusal.None);
    }
}
