using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Admissions;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;

namespace Kring.Tests.Networks.Admissions;

public sealed class AnswerRightTests
{
    private static readonly PersonId Asker = PersonId.From(Guid.CreateVersion7());
    private static readonly PersonId Answerer = PersonId.From(Guid.CreateVersion7());

    [Theory]
    [InlineData(nameof(CareVoice.Own), nameof(AnswerRight.MayAnswer))]
    [InlineData(nameof(CareVoice.Parent), nameof(AnswerRight.MayAnswer))]
    [InlineData(nameof(CareVoice.Mandated), nameof(AnswerRight.MayAnswer))]
    [InlineData(nameof(CareVoice.Youth), nameof(AnswerRight.MayOnlyObject))]
    [InlineData(nameof(CareVoice.TooYoung), nameof(AnswerRight.TooYoung))]
    [InlineData(nameof(CareVoice.HasRegainedOwnVoice), nameof(AnswerRight.HasRegainedOwnVoice))]
    [InlineData(nameof(CareVoice.NotForAMinor), nameof(AnswerRight.NotForAMinor))]
    [InlineData(nameof(CareVoice.MandateNotYet), nameof(AnswerRight.MandateNotYet))]
    [InlineData(nameof(CareVoice.MandateExpired), nameof(AnswerRight.MandateExpired))]
    [InlineData(nameof(CareVoice.MandateNotForCare), nameof(AnswerRight.MandateNotForCare))]
    [InlineData(nameof(CareVoice.None), nameof(AnswerRight.NotTheirs))]
    public void The_voice_decides(string voice, string right)
        => Assert.Equal(right, Request(AdmissionState.Waiting).RightToAnswer(Answerer, Voice(voice), false).ToString());

    [Fact]
    public void Nobody_answers_what_they_asked_or_what_is_about_them_whatever_their_voice()
    {
        foreach (var voice in Enum.GetValues<CareVoice>())
        {
            Assert.Equal(AnswerRight.TheRequester, Request(AdmissionState.Waiting).RightToAnswer(Asker, new Voice(voice), false));
            Assert.Equal(AnswerRight.AboutThemselves, Request(AdmissionState.Waiting).RightToAnswer(Answerer, new Voice(voice), true));
        }
    }

    [Theory]
    [InlineData(nameof(AdmissionState.Waiting), nameof(AnswerRight.MayAnswer))]
    [InlineData(nameof(AdmissionState.Postponed), nameof(AnswerRight.MayAnswer))]
    [InlineData(nameof(AdmissionState.Granted), nameof(AnswerRight.AlreadyAnswered))]
    [InlineData(nameof(AdmissionState.Refused), nameof(AnswerRight.AlreadyAnswered))]
    [InlineData(nameof(AdmissionState.TakenBack), nameof(AnswerRight.TakenBack))]
    public void One_answer_only(string state, string right)
        => Assert.Equal(right, Request(Enum.Parse<AdmissionState>(state)).RightToAnswer(Answerer, new Voice(CareVoice.Own), false).ToString());

    [Theory]
    [InlineData(nameof(AdmissionState.Waiting), nameof(TakeBackPlan.TakeBack))]
    [InlineData(nameof(AdmissionState.Postponed), nameof(TakeBackPlan.TakeBack))]
    [InlineData(nameof(AdmissionState.Granted), nameof(TakeBackPlan.AlreadyAnswered))]
    [InlineData(nameof(AdmissionState.Refused), nameof(TakeBackPlan.AlreadyAnswered))]
    [InlineData(nameof(AdmissionState.TakenBack), nameof(TakeBackPlan.TakenBackBefore))]
    public void The_asker_and_the_coordinator_take_it_back_while_it_waits_and_nobody_else_does(string state, string plan)
    {
        var request = Request(Enum.Parse<AdmissionState>(state));

        Assert.Equal(plan, request.PlanTakeBack(Asker, coordinates: false).ToString());
        Assert.Equal(plan, request.PlanTakeBack(Answerer, coordinates: true).ToString());
        Assert.Equal(TakeBackPlan.NotTheirs, request.PlanTakeBack(Answerer, coordinates: false));
    }

    private static Voice Voice(string kind) => new(Enum.Parse<CareVoice>(kind));

    private static AdmissionRequest Request(AdmissionState state)
    {
        var nothing = new Sealed<string>(ReadOnlyMemory<byte>.Empty);
        return new AdmissionRequest
        {
            Id = AdmissionId.From(Guid.CreateVersion7()),
            Compartment = default,
            RequestedBy = Asker,
            RequestedAt = DateTimeOffset.UnixEpoch,
            Capacity = Capacity.Professional,
            Name = nothing,
            Function = nothing,
            Address = nothing,
            AddressIndex = new LookupIndex("x"),
            Reason = nothing,
            AsksHistory = false,
            State = state,
        };
    }
}
