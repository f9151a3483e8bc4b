using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Bases;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;

namespace Kring.Tests.Networks.Bases;

public sealed class BasisPlanTests
{
    [Theory]
    [InlineData(true, true, false, nameof(BasisPlan.Goes))]
    [InlineData(true, false, false, nameof(BasisPlan.LastToAct))]
    [InlineData(true, false, true, nameof(BasisPlan.AlreadyEnded))]
    [InlineData(false, true, false, nameof(BasisPlan.NotTheirs))]
    public void The_coordinator_ends_what_still_holds_while_somebody_is_left_to_act(bool coordinates, bool othersAct, bool ended, string plan)
        => Assert.Equal(plan, Basis(BasisKind.StatutoryTask, ended).PlanEnd(coordinates, othersAct).ToString());

    [Theory]
    [InlineData(true, false, nameof(BasisPlan.Goes))]
    [InlineData(true, true, nameof(BasisPlan.AlreadyEnded))]
    [InlineData(false, false, nameof(BasisPlan.NotTheirs))]
    public void Only_the_coordinator_corrects_and_only_what_holds(bool coordinates, bool ended, string plan)
        => Assert.Equal(plan, Basis(BasisKind.StatutoryTask, ended).PlanCorrection(coordinates).ToString());

    [Theory]
    [InlineData(nameof(CareVoice.Own), nameof(BasisPlan.Goes))]
    [InlineData(nameof(CareVoice.Parent), nameof(BasisPlan.Goes))]
    [InlineData(nameof(CareVoice.Mandated), nameof(BasisPlan.Goes))]
    [InlineData(nameof(CareVoice.Youth), nameof(BasisPlan.Goes))]
    [InlineData(nameof(CareVoice.TooYoung), nameof(BasisPlan.NotTheirs))]
    [InlineData(nameof(CareVoice.HasRegainedOwnVoice), nameof(BasisPlan.NotTheirs))]
    [InlineData(nameof(CareVoice.NotForAMinor), nameof(BasisPlan.NotTheirs))]
    [InlineData(nameof(CareVoice.MandateNotYet), nameof(BasisPlan.NotTheirs))]
    [InlineData(nameof(CareVoice.MandateExpired), nameof(BasisPlan.NotTheirs))]
    [InlineData(nameof(CareVoice.MandateNotForCare), nameof(BasisPlan.NotTheirs))]
    [InlineData(nameof(CareVoice.None), nameof(BasisPlan.NotTheirs))]
    public void Who_may_object_takes_a_written_consent_back(string voice, string plan)
        => Assert.Equal(plan, Basis(BasisKind.WrittenConsent).PlanWithdrawal(new Voice(Enum.Parse<CareVoice>(voice))).ToString());

    [Theory]
    [InlineData(BasisKind.TreatmentAgreement, false, nameof(BasisPlan.NotByConsent))]
    [InlineData(BasisKind.StatutoryTask, false, nameof(BasisPlan.NotByConsent))]
    [InlineData(BasisKind.WrittenConsent, true, nameof(BasisPlan.AlreadyEnded))]
    public void Where_there_is_no_consent_there_is_none_to_take_back(BasisKind kind, bool ended, string plan)
        => Assert.Equal(plan, Basis(kind, ended).PlanWithdrawal(new Voice(CareVoice.Own)).ToString());

    private static ParticipationBasis Basis(BasisKind kind, bool ended = false) => new()
    {
        Id = new BasisId(Guid.CreateVersion7()),
        Compartment = new CompartmentId(Guid.CreateVersion7()),
        Organisation = new OrganisationId(Guid.CreateVersion7()),
        Kind = kind,
        DocumentReference = new Sealed<string>(ReadOnlyMemory<byte>.Empty),
        DocumentDate = new DateOnly(2026, 1, 1),
        RecordedBy = new PersonId(Guid.CreateVersion7()),
        RecordedAt = DateTimeOffset.UnixEpoch,
        EndedAt = ended ? DateTimeOffset.UnixEpoch.AddDays(1) : null,
    };
}
