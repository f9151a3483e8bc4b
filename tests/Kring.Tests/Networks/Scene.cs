using Kring.Access;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Bases;
using Kring.Networks.Closing;
using Kring.Networks.Coordination;
using Kring.Networks.Enrolment;
using Kring.Networks.Invitations;
using Kring.Networks.Leaving;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks;

/// <summary>A locked network with something for a coordinator to change in every way there is.</summary>
internal sealed class Scene
{
    private readonly KringApp _app;
    private readonly Consenting _stage;
    private OrganisationId _other;
    private InvitationId _invitation;
    private AdmissionId _question;
    private MembershipId _relative, _nurse;
    private MandateId _mandate;
    private BasisId _basis;

    private Scene(KringApp app, Consenting stage, LockedNetwork network) => (_app, _stage, Network) = (app, stage, network);

    internal LockedNetwork Network { get; }

    /// <summary>How it stood when the scene was set.</summary>
    internal string Before { get; private set; } = "";

    internal static async Task<Scene> Set(KringApp app, Consenting stage)
    {
        var scene = new Scene(app, stage, await stage.Network());
        var (network, world) = (scene.Network, stage.World);
        scene._other = await world.Organisation("Fysio Zuid");
        var granted = await stage.Asks(network.Id, network.Marieke);
        await scene.In<AnswerAdmission>(async use => (await use.Run(Actor.Arriving(network.Annie), network.Id, granted, Answer.Yes, false, "1", default)).Outcome.ToString());
        scene._invitation = (await stage.Rows<Invitation>(network.Id)).Single().Id;
        scene._question = await stage.Asks(network.Id, network.Annie, "Piet", "piet@kring.example");
        scene._relative = await world.Joins(network.Id, await world.Person("Joke de Vries"), "Joke de Vries", Capacity.InformalCarer);
        var nurse = await world.Person("Ahmed Yılmaz");
        await world.Works(nurse, network.Linde, Role.Professional, "Ahmed Yılmaz");
        scene._nurse = await world.Joins(network.Id, nurse, "Ahmed Yılmaz", Capacity.Professional, "verpleegkundige", network.Linde);
        await stage.Representative(network.Id, MandateKind.Mentor);
        scene._mandate = (await stage.Rows<Mandate>(network.Id)).Single().Id;
        scene._basis = (await stage.Rows<ParticipationBasis>(network.Id)).Single().Id;
        app.Clock.Advance(TimeSpan.FromHours(2));
        scene.Before = await scene.State();
        return scene;
    }

    /// <summary>The coordinator makes one change; the outcome in a word.</summary>
    internal Task<string> Do(string change)
    {
        var (actor, id) = (Actor.Arriving(Network.Marieke), Network.Id);
        return change switch
        {
            "basis" => In<RecordBasis>(async use => (await use.Run(actor, id, _other, new RecordedBasis(BasisKind.StatutoryTask, "X", new DateOnly(2025, 1, 1)), default)).ToString()),
            "end-basis" => In<EndBasis>(async use => (await use.Run(actor, id, _basis, "Klaar", default)).Outcome.ToString()),
            "correct-basis" => In<CorrectBasis>(async use => (await use.Run(actor, id, _basis, new RecordedBasis(BasisKind.StatutoryTask, "Y", new DateOnly(2025, 1, 1)), default)).Outcome.ToString()),
            "withdraw" => In<WithdrawInvitation>(async use => (await use.Run(actor, id, _invitation, default)).ToString()),
            "remind" => In<RemindInvitation>(async use => (await use.Run(actor, id, _invitation, default)).ToString()),
            "stop" => In<EndParticipation>(async use => (await use.Run(actor, id, _relative, "Op eigen verzoek", default)).Outcome.ToString()),
            "mandate" => In<RecordMandate>(async use => (await use.Run(actor, id, new MandateDetails(_relative, MandateKind.Mentor, MandateScope.Care, new DateOnly(2025, 1, 1), null, "X"), default)).Outcome.ToString()),
            "end-mandate" => In<EndMandate>(async use => (await use.Run(actor, id, _mandate, default)).Outcome.ToString()),
            "appoint" => In<AppointCoordinator>(async use => (await use.Run(actor, id, _nurse, default)).Outcome.ToString()),
            "pause" => In<PauseCare>(async use => (await use.Run(actor, id, true, default)).Outcome.ToString()),
            "close" => In<CloseNetwork>(async use => (await use.Run(actor, id, default)).Outcome.ToString()),
            "take-back" => In<TakeBackAdmission>(async use => (await use.Run(actor, id, _question, default)).ToString()),
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };
    }

    internal async Task<string> State()
    {
        var care = (await _stage.Rows<CareNetwork>(Network.Id)).Single();
        var bases = (await _stage.Rows<ParticipationBasis>(Network.Id)).Sum(b => b.EndedAt is null ? 1 : 100);
        var running = (await _stage.Rows<NetworkMembership>(Network.Id)).Count(m => m.Until is null);
        var mandates = (await _stage.Rows<Mandate>(Network.Id)).Count(m => m.EndedAt is null);
        var sent = (await _stage.Rows<Invitation>(Network.Id)).Single();
        var asked = (await _stage.Rows<AdmissionRequest>(Network.Id)).Single(a => a.Id == _question);
        return $"{care.State} {care.Version}, {bases} bases, {running} take part, {mandates} mandates, invitation {sent.Version}, question {asked.State}";
    }

    private Task<string> In<T>(Func<T, Task<string>> run) where T : notnull => _app.In(services => run(services.GetRequiredService<T>()));
}
