using Kring.Access;
using Kring.Networks.Mandates;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Coordination;

/// <param name="Choices">Who may be appointed by this reader.</param>
/// <param name="Coordinators">Who coordinates now.</param>
/// <param name="WhyNot">Why this reader appoints nobody, whoever is chosen.</param>
internal sealed record CoordinationView(NetworkHead Head, bool HandsOver, IReadOnlyList<Candidate> Choices, IReadOnlyList<string> Coordinators, AppointPlan? WhyNot);

/// <summary>Who coordinates, and whom this reader may appoint.</summary>
internal sealed class ShowCoordination(Door door, NetworksAccess networks, FindCandidates candidates, VoiceOf voices)
{
    internal async Task<(CoordinationView? View, GateRefusal Refusal)> Run(Actor actor, NetworkId network, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.Arrange, Operations.Read, new LoggedObject("coordinator")), cancel);
        if (grant is null)
            return (null, refusal);
        if (grant.Standing.Role is not (Role.Coordinator or Role.CareRecipient or Role.Representative))
        {
            await door.Refuse(grant, nameof(GateRefusal.NotAuthorised), cancel);
            return (null, GateRefusal.NotAuthorised);
        }

        var found = await candidates.In(grant, cancel);
        var voice = await voices.Holder(grant, await grant.Rows<CareNetwork>().SingleAsync(cancel), cancel);
        var handsOver = grant.Standing.Role == Role.Coordinator;
        var coordinated = found.Any(c => c.Coordinates);
        AppointPlan? whyNot = handsOver ? null : !voice.Decides ? AppointPlan.NotTheirs : coordinated ? AppointPlan.StillCoordinated : null;
        return (new CoordinationView(await networks.Head(grant, cancel), handsOver, [.. found.Where(c => c.Plan(handsOver, voice, coordinated).Goes())],
            [.. found.Where(c => c.Coordinates).Select(c => c.Who.Name)], whyNot), GateRefusal.None);
    }
}
