using Kring.Access;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Admissions;

internal enum TakeBackOutcome
{
    /// <summary>It is taken back, by this try or an earlier one.</summary>
    TakenBack,
    AlreadyAnswered,
    SomebodyWasFirst,
    NotThere,
}

/// <summary>Takes back the question whether somebody may take part, while it waits: by whoever asked, or the coordinator. Answered at the same moment, one of the two stands.</summary>
internal sealed class TakeBackAdmission(Door door, NetworksAccess networks, TimeProvider time)
{
    internal async Task<TakeBackOutcome> Run(Actor actor, NetworkId network, AdmissionId admission, CancellationToken cancel)
    {
        var purpose = await networks.AskerOf(network, admission, cancel) == actor.Person ? NetworksPurposes.TakePart : NetworksPurposes.Arrange;
        var visit = new Visit(actor, network.Compartment, purpose, Operations.Delete, new LoggedObject("admission-request", admission.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant || await grant.Rows<AdmissionRequest>().SingleOrDefaultAsync(a => a.Id == admission, cancel) is not { } request)
            return TakeBackOutcome.NotThere;
        switch (request.PlanTakeBack(grant.Person, grant.Standing.Role == Role.Coordinator))
        {
            case TakeBackPlan.NotTheirs:
                await door.Refuse(grant, nameof(TakeBackPlan.NotTheirs), cancel);
                return TakeBackOutcome.NotThere;
            case TakeBackPlan.TakenBackBefore:
                return TakeBackOutcome.TakenBack;
            case TakeBackPlan.AlreadyAnswered:
                return TakeBackOutcome.AlreadyAnswered;
            case TakeBackPlan.TakeBack:
                request.Close(AdmissionState.TakenBack, grant.Person, time.Moment());
                break;
        }

        return await door.CommitHeld(grant, cancel) switch
        {
            HeldCommit.Saved => TakeBackOutcome.TakenBack,
            HeldCommit.NothingChanged => TakeBackOutcome.SomebodyWasFirst,
            HeldCommit.Refused => TakeBackOutcome.NotThere,
        };
    }
}
