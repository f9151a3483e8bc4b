using Kring.App.Components;

namespace Kring.Networks.Mandates;

/// <summary>Mandates in words.</summary>
internal static class MandateWords
{
    internal static string Of(MandateKind kind) => kind switch
    {
        MandateKind.ParentWithAuthority => MandatesTexts.KindParent,
        MandateKind.Guardian => MandatesTexts.KindGuardian,
        MandateKind.Curator => MandatesTexts.KindCurator,
        MandateKind.Mentor => MandatesTexts.KindMentor,
        MandateKind.AuthorisedProxy => MandatesTexts.KindProxy,
        MandateKind.Administrator => MandatesTexts.KindAdministrator,
    };

    internal static string Of(MandateScope scope) => scope switch
    {
        MandateScope.Care => MandatesTexts.ScopeCare,
        MandateScope.Money => MandatesTexts.ScopeMoney,
        MandateScope.Both => MandatesTexts.ScopeBoth,
    };

    internal static (StatusKind Kind, string Text) Of(MandateState state) => state switch
    {
        MandateState.Holds => (StatusKind.Good, MandatesTexts.StateHolds),
        MandateState.EndsTomorrow => (StatusKind.Waiting, MandatesTexts.StateEndsTomorrow),
        MandateState.LastDay => (StatusKind.Waiting, MandatesTexts.StateLastDay),
        MandateState.BeginsLater => (StatusKind.Waiting, MandatesTexts.StateBeginsLater),
        MandateState.Expired => (StatusKind.Bad, MandatesTexts.StateExpired),
        MandateState.Ended => (StatusKind.Neutral, MandatesTexts.StateEnded),
    };
}
