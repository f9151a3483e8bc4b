using Kring.Access;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Closing;

internal enum PauseOutcome
{
    Done,
    /// <summary>Only the coordinator.</summary>
    NotTheirs,
    Closed,
    TryAgain,
    NotThere,
}

/// <summary>Turns "temporarily out of care" on or off: in hospital, say. People go on talking, and no retention term starts.</summary>
internal sealed class PauseCare(Door door)
{
    internal async Task<(PauseOutcome Outcome, GateRefusal Refusal)> Run(Actor actor, NetworkId network, bool outOfCare, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.Arrange, Operations.Update, new LoggedObject("network", network.Value)), cancel);
        if (grant is null)
            return (PauseOutcome.NotThere, refusal);
        if (grant.Standing.Role != Role.Coordinator)
        {
            await door.Refuse(grant, nameof(PauseOutcome.NotTheirs), cancel);
            return (PauseOutcome.NotTheirs, GateRefusal.None);
        }

        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        if (care.State == CareState.Closed)
            return (PauseOutcome.Closed, GateRefusal.None);
        care.State = outOfCare ? CareState.TemporarilyOutOfCare : CareState.InCare;
        care.Version++;
        return await door.CommitHeld(grant, cancel) switch
        {
            HeldCommit.Saved => (PauseOutcome.Done, GateRefusal.None),
            HeldCommit.NothingChanged => (PauseOutcome.TryAgain, GateRefusal.None),
            HeldCommit.Refused => (PauseOutcome.NotThere, GateRefusal.NoRelation),
        };
    }
}
