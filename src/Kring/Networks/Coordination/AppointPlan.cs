using Kring.Networks.Mandates;
using Kring.Networks.Participation;

namespace Kring.Networks.Coordination;

/// <summary>What appointing somebody as coordinator comes to.</summary>
internal enum AppointPlan
{
    /// <summary>The coordinator hands over.</summary>
    HandOver,
    /// <summary>Nobody coordinates: the care recipient, or who decides for them, chooses.</summary>
    Appoint,
    NotTheirs,
    /// <summary>Somebody coordinates: that person hands over, or is let stop first.</summary>
    StillCoordinated,
    NotAProfessional,
    /// <summary>Does not work there now, or the organisation has no agreement or no basis in this network.</summary>
    OrganisationMayNot,
    AlreadyCoordinates,
}

/// <summary>Somebody who might coordinate.</summary>
/// <param name="MayTakePart">Works for an organisation with an agreement, which has a basis in this network.</param>
internal sealed record Candidate(KnownPerson Who, string? Organisation, bool MayTakePart)
{
    internal bool Coordinates => MayTakePart && Who.Membership.IsCoordinator;

    /// <param name="isCoordinator">Whether whoever wants it coordinates now.</param>
    internal AppointPlan Plan(bool isCoordinator, Voice voice, bool somebodyCoordinates)
    {
        if (!isCoordinator && !voice.Decides) return AppointPlan.NotTheirs;
        if (!isCoordinator && somebodyCoordinates) return AppointPlan.StillCoordinated;
        if (Who.Membership is not { Capacity: Capacity.Professional, Until: null }) return AppointPlan.NotAProfessional;
        if (!MayTakePart) return AppointPlan.OrganisationMayNot;
        if (Who.Membership.IsCoordinator) return AppointPlan.AlreadyCoordinates;
        return isCoordinator ? AppointPlan.HandOver : AppointPlan.Appoint;
    }
}

internal static class AppointPlans
{
    internal static bool Goes(this AppointPlan plan) => plan is AppointPlan.HandOver or AppointPlan.Appoint;

    internal static string Sentence(this AppointPlan plan) => plan switch
    {
        AppointPlan.HandOver => CoordinationTexts.PlanHandOver,
        AppointPlan.Appoint => CoordinationTexts.PlanAppoint,
        AppointPlan.NotTheirs => CoordinationTexts.PlanNotTheirs,
        AppointPlan.StillCoordinated => CoordinationTexts.PlanStillCoordinated,
        AppointPlan.NotAProfessional => CoordinationTexts.PlanNotAProfessional,
        AppointPlan.OrganisationMayNot => CoordinationTexts.PlanOrganisationMayNot,
        AppointPlan.AlreadyCoordinates => CoordinationTexts.PlanAlreadyCoordinates,
    };
}
