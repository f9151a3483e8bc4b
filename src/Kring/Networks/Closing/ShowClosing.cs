using Kring.Access;
using Kring.Networks.Mandates;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Closing;

/// <param name="MayPause">The coordinator turns "temporarily out of care" on and off.</param>
internal sealed record ClosingView(NetworkHead Head, CloseRight Right, bool MayPause);

/// <summary>What closing a network means, to whoever may do it.</summary>
internal sealed class ShowClosing(Door door, NetworksAccess networks, VoiceOf voices)
{
    internal async Task<(ClosingView? View, GateRefusal Refusal)> Run(Actor actor, NetworkId network, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.Arrange, Operations.Read, new LoggedObject("network", network.Value)), cancel);
        if (grant is null)
            return (null, refusal);
        if (grant.Standing.Role is not (Role.Coordinator or Role.CareRecipient or Role.Representative))
        {
            await door.Refuse(grant, nameof(GateRefusal.NotAuthorised), cancel);
            return (null, GateRefusal.NotAuthorised);
        }

        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var right = care.RightToClose(grant.Standing.Role, await voices.Holder(grant, care, cancel));
        return (new ClosingView(await networks.Head(grant, cancel), right, grant.Standing.Role == Role.Coordinator && care.State != CareState.Closed), GateRefusal.None);
    }
}
