using Kring.Access;
using Kring.Conversations;
using Kring.Demo.Script;
using Kring.Networks;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;

namespace Kring.Demo.Seeding;

/// <summary>The script's words in those of the modules.</summary>
internal static class DemoWords
{
    internal static Role RoleOf(DemoJob job) => job.Role switch
    {
        "coordinator" => Role.Coordinator,
        "kwaliteitsverpleegkundige" => Role.QualityNurse,
        "functioneel-beheerder" => Role.FunctionalAdministrator,
        "fg" => Role.DataProtectionOfficer,
        "directeur" => Role.Director,
        _ => Role.Professional,
    };

    internal static Capacity CapacityOf(DemoCapacity capacity) => capacity switch
    {
        DemoCapacity.Recipient => Capacity.CareRecipient,
        DemoCapacity.Representative => Capacity.Representative,
        DemoCapacity.InformalCarer => Capacity.InformalCarer,
        DemoCapacity.Professional => Capacity.Professional,
    };

    internal static CareState StateOf(DemoNetworkState state) => state switch
    {
        DemoNetworkState.Open or DemoNetworkState.Locked => CareState.InCare,
        DemoNetworkState.TemporarilyOutOfCare => CareState.TemporarilyOutOfCare,
        DemoNetworkState.Closed => CareState.Closed,
    };

    internal static BasisKind BasisOf(DemoBasisKind kind) => kind switch
    {
        DemoBasisKind.TreatmentAgreement => BasisKind.TreatmentAgreement,
        DemoBasisKind.StatutoryTask => BasisKind.StatutoryTask,
        DemoBasisKind.WrittenConsent => BasisKind.WrittenConsent,
    };

    internal static MandateKind MandateOf(DemoMandateKind kind) => kind switch
    {
        DemoMandateKind.Mentor => MandateKind.Mentor,
        DemoMandateKind.Curator => MandateKind.Curator,
        DemoMandateKind.AuthorisedProxy => MandateKind.AuthorisedProxy,
        DemoMandateKind.Parent => MandateKind.ParentWithAuthority,
    };

    internal static MandateScope ScopeOf(DemoMandateScope scope) => scope switch
    {
        DemoMandateScope.Care => MandateScope.Care,
        DemoMandateScope.Money => MandateScope.Money,
        DemoMandateScope.Both => MandateScope.Both,
    };

    internal static Audience AudienceOf(DemoAudience audience) => audience switch
    {
        DemoAudience.Everyone => Audience.Everyone,
        DemoAudience.WithoutRecipient => Audience.WithoutRecipient,
        DemoAudience.ProfessionalsOnly => Audience.ProfessionalsOnly,
    };
}
