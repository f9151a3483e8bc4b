using Kring.Networks.Mandates;
using Kring.Networks.Participation;

namespace Kring.Networks.Bases;

/// <summary>What somebody's wish to end, correct or take back a basis comes to.</summary>
public enum BasisPlan
{
    Goes,
    NotTheirs,
    AlreadyEnded,
    /// <summary>The coordinator's own organisation, while nobody else could decide or coordinate.</summary>
    LastToAct,
    /// <summary>It rests on an agreement or a law: there is no consent to take back.</summary>
    NotByConsent,
}

internal static class BasisPlans
{
    /// <param name="coordinates">Whether whoever wants it coordinates the network.</param>
    /// <param name="othersAct">Whether somebody can decide or coordinate once the organisation is gone, or the network is closed.</param>
    internal static BasisPlan PlanEnd(this ParticipationBasis basis, bool coordinates, bool othersAct)
    {
        if (!coordinates) return BasisPlan.NotTheirs;
        if (basis.EndedAt is not null) return BasisPlan.AlreadyEnded;
        return othersAct ? BasisPlan.Goes : BasisPlan.LastToAct;
    }

    internal static BasisPlan PlanCorrection(this ParticipationBasis basis, bool coordinates)
    {
        if (!coordinates) return BasisPlan.NotTheirs;
        return basis.EndedAt is null ? BasisPlan.Goes : BasisPlan.AlreadyEnded;
    }

    /// <summary>Nobody is kept because they coordinate: a consent is taken back as easily as it was given (AVG art. 7(3)).</summary>
    internal static BasisPlan PlanWithdrawal(this ParticipationBasis basis, Voice voice)
    {
        if (!voice.Objects) return BasisPlan.NotTheirs;
        if (basis.Kind != BasisKind.WrittenConsent) return BasisPlan.NotByConsent;
        return basis.EndedAt is null ? BasisPlan.Goes : BasisPlan.AlreadyEnded;
    }

    internal static string Sentence(this BasisPlan plan) => plan switch
    {
        BasisPlan.Goes => BasesTexts.PlanGoes,
        BasisPlan.NotTheirs => BasesTexts.PlanNotTheirs,
        BasisPlan.AlreadyEnded => BasesTexts.PlanAlreadyEnded,
        BasisPlan.LastToAct => BasesTexts.PlanLastToAct,
        BasisPlan.NotByConsent => BasesTexts.PlanNotByConsent,
    };
}
