using Kring.Access;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Bases;
using Kring.Networks.BreakGlass;
using Kring.Networks.Closing;
using Kring.Networks.Coordination;
using Kring.Networks.Enrolment;
using Kring.Networks.Invitations;
using Kring.Networks.Leaving;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Tests.Networks;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Networks.Bases;
using Kring.Tests.Support;

namespace Kring.Tests.Faults.Writes;

internal static class NetworkDeeds
{
    private const string Reason = "Mevrouw is gevallen en haar eigen verpleegkundige is ziek.";

    internal static IReadOnlyDictionary<string, Staging> All { get; } = new Dictionary<string, Staging>(StringComparer.Ordinal)
    {
        [nameof(RecordBasis)] = Scene("basis"),
        [nameof(EndBasis)] = Scene("end-basis"),
        [nameof(CorrectBasis)] = Scene("correct-basis"),
        [nameof(WithdrawInvitation)] = Scene("withdraw"),
        [nameof(RemindInvitation)] = Scene("remind"),
        [nameof(EndParticipation)] = Scene("stop"),
        [nameof(RecordMandate)] = Scene("mandate"),
        [nameof(EndMandate)] = Scene("end-mandate"),
        [nameof(AppointCoordinator)] = Scene("appoint"),
        [nameof(PauseCare)] = Scene("pause"),
        [nameof(CloseNetwork)] = Scene("close"),
        [nameof(TakeBackAdmission)] = Scene("take-back"),
        [$"{nameof(AnswerAdmission)} yes"] = Answer(Kring.Networks.Admissions.Answer.Yes),
        [$"{nameof(AnswerAdmission)} no"] = Answer(Kring.Networks.Admissions.Answer.No),
        [nameof(WithdrawConsent)] = async app =>
        {
            var (network, question) = await Asked(app);
            await app.In(services => Answered(network, question, Kring.Networks.Admissions.Answer.Yes)(services));
            await new Consenting(app).Accepts(network.Id, question);
            return Deeds.Of<WithdrawConsent>(async use => (await use.Run(Actor.Arriving(network.Annie), network.Id, question, default)).Outcome);
        },
        [nameof(WithdrawBasis)] = async app =>
        {
            var based = await new BasisStage(app).Set(BasisKind.WrittenConsent);
            return Deeds.Of<WithdrawBasis>(async use => (await use.Run(Actor.Arriving(based.Network.Annie), based.Network.Id, based.Basis, default)).Outcome);
        },
        [nameof(StartNetwork)] = async app =>
        {
            var stage = await Stage.Set(app);
            var details = new EnrolmentDetails(stage.Linde, "Bep de Boer", new DateOnly(1950, 1, 1), InvitationAddress.Read($"{Guid.CreateVersion7():N}@kring.example"), ContactPreference.InPerson, BasisKind.StatutoryTask, "X",
                new DateOnly(2025, 1, 1), Guid.CreateVersion7());
            return Deeds.Of<StartNetwork>(async use => (await use.Run(Actor.Arriving(stage.Marieke), details, default)).Outcome);
        },
        [nameof(OpenInEmergency)] = async app =>
        {
            var (_, standIn, name) = await Emergency(app);
            return Deeds.Of<OpenInEmergency>(async use => (await use.Run(Actor.Arriving(standIn), "Sanne Bakker", name, new DateOnly(1944, 3, 9), Reason, default)).Answer);
        },
    };

    /// <summary>Somebody who works for the organisation and does not take part, and the name of the care recipient.</summary>
    internal static async Task<(Stage Stage, PersonId StandIn, string Name)> Emergency(KringApp app)
    {
        var name = "Annie " + string.Concat(Guid.CreateVersion7().ToString("N").Select(c => (char)('a' + (c % 26))));
        var stage = await Stage.Set(app, name: name);
        var standIn = await stage.World.Person("Sanne Bakker");
        await stage.World.Works(standIn, stage.Linde, Role.Professional, "Sanne Bakker");
        return (stage, standIn, name);
    }

    private static Staging Scene(string change) => async app =>
    {
        var scene = await Tests.Networks.Scene.Set(app, new Consenting(app));
        return async _ => await scene.Do(change);
    };

    private static Staging Answer(Answer answer) => async app =>
    {
        var (network, question) = await Asked(app);
        return Answered(network, question, answer);
    };

    private static Deed Answered(LockedNetwork network, AdmissionId question, Answer answer)
        => Deeds.Of<AnswerAdmission>(async use => (await use.Run(Actor.Arriving(network.Annie), network.Id, question, answer, false, "1", default)).Outcome);

    private static async Task<(LockedNetwork Network, AdmissionId Question)> Asked(KringApp app)
    {
        var stage = new Consenting(app);
        var network = await stage.Network();
        return (network, await stage.Asks(network.Id, network.Marieke, address: $"{Guid.CreateVersion7():N}@kring.example"));
    }
}
