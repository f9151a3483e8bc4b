using Kring.App;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;

namespace Kring.Networks.Leaving;

/// <summary>What somebody's wish that a participation ends comes to.</summary>
internal enum EndPlan
{
    /// <summary>One's own participation.</summary>
    Leave,
    /// <summary>The care recipient or who decides for them: no reason asked.</summary>
    Remove,
    /// <summary>The coordinator, who says why.</summary>
    RemoveWithReason,
    /// <summary>The care recipient cannot leave their own network: it is closed instead.</summary>
    CloseInstead,
    /// <summary>The coordinator, while nobody else could decide or coordinate.</summary>
    LastToAct,
    NotTheirs,
    RecipientStays,
    /// <summary>A representative stays as long as the mandate holds: it is ended where it was recorded.</summary>
    RepresentativeStays,
    AlreadyEnded,
}

internal static class EndPlans
{
    /// <param name="by">The membership of whoever wants it.</param>
    /// <param name="voice">What they may say about who takes part.</param>
    /// <param name="othersAct">Whether somebody can decide or coordinate once the coordinator is gone, or the network is closed.</param>
    internal static EndPlan PlanEnd(this NetworkMembership target, NetworkMembership? by, Voice voice, bool othersAct, DateTimeOffset now)
    {
        if (!target.ActiveAt(now)) return EndPlan.AlreadyEnded;
        if (by is null || !by.ActiveAt(now)) return EndPlan.NotTheirs;
        var isRecipient = target.Capacity == Capacity.CareRecipient;
        if (target.Person == by.Person && isRecipient) return EndPlan.CloseInstead;
        if (target.Person == by.Person) return target.IsCoordinator && !othersAct ? EndPlan.LastToAct : EndPlan.Leave;
        if (isRecipient) return voice.Objects || by.IsCoordinator ? EndPlan.RecipientStays : EndPlan.NotTheirs;
        if (voice.Kind == CareVoice.Own) return EndPlan.Remove;
        if (!voice.Objects && !by.IsCoordinator) return EndPlan.NotTheirs;
        if (target.Capacity == Capacity.Representative) return EndPlan.RepresentativeStays;
        return voice.Objects ? EndPlan.Remove : EndPlan.RemoveWithReason;
    }

    internal static bool Goes(this EndPlan plan) => plan is EndPlan.Leave or EndPlan.Remove or EndPlan.RemoveWithReason;

    /// <param name="name">Whose participation it is.</param>
    internal static string Sentence(this EndPlan plan, NetworkHead head, string name) => plan switch
    {
        EndPlan.CloseInstead when !head.Decides => LeavingTexts.PlanParentCloses,
        EndPlan.RecipientStays when !head.Decides && head.Role != Access.Role.Coordinator => LeavingTexts.PlanRecipientStaysHere.Fill(name),
        _ => plan.Sentence().Fill(name),
    };

    private static string Sentence(this EndPlan plan) => plan switch
    {
        EndPlan.Leave => LeavingTexts.PlanLeave,
        EndPlan.Remove => LeavingTexts.PlanRemove,
        EndPlan.RemoveWithReason => LeavingTexts.PlanRemoveWithReason,
        EndPlan.CloseInstead => LeavingTexts.PlanCloseInstead,
        EndPlan.LastToAct => LeavingTexts.PlanLastToAct,
        EndPlan.NotTheirs => LeavingTexts.PlanNotTheirs,
        EndPlan.RecipientStays => LeavingTexts.PlanRecipientStays,
        EndPlan.RepresentativeStays => LeavingTexts.PlanRepresentativeStays,
        EndPlan.AlreadyEnded => LeavingTexts.PlanAlreadyEnded,
    };
}
