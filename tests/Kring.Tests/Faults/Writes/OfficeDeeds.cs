using Kring.Access;
using Kring.Access.Log;
using Kring.FirstStart.NewOrganisations;
using Kring.Networks;
using Kring.Networks.BreakGlass;
using Kring.Organisations;
using Kring.Platform;
using Kring.Privacy.Emergencies;
using Kring.Privacy.Reports;
using Kring.Privacy.Statements;
using Kring.Privacy.Traces;
using Kring.Tests.Privacy;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Faults.Writes;

internal static class OfficeDeeds
{
    internal static IReadOnlyDictionary<string, Staging> All { get; } = new Dictionary<string, Staging>(StringComparer.Ordinal)
    {
        [nameof(AddOrganisation)] = app =>
        {
            var mark = Guid.CreateVersion7().ToString("N");
            var wanted = new NewOrganisation($"Zorg {mark}", "thuiszorg", "Zutphen", "fg@zorg.example", new SignedAgreement(AgreementKind.JointControllers, new DateOnly(2025, 1, 1), null, "SO-1"),
                [new FirstPerson(Role.FunctionalAdministrator, "Bas van Leeuwen", $"bas{mark}@zorg.example"), new FirstPerson(Role.DataProtectionOfficer, "Noor van Dijk", $"noor{mark}@zorg.example")]);
            return Task.FromResult(Deeds.Of<AddOrganisation>(async use => (await use.Run(AdmitOrganisation.Operator, wanted, new Telling("nl", true), default))?.Count));
        },
        [nameof(InviteAgain)] = async app =>
        {
            var (person, mail) = await SignInDeeds.Somebody(app);
            await new World(app).InvitedTo(person);
            return Deeds.Of<InviteAgain>(async use => (await use.Run(mail, default)).Outcome);
        },
        [nameof(RecordAgreement)] = async app =>
        {
            var linde = await new World(app).Organisation();
            return Deeds.Of<RecordAgreement>(async use => await use.Run(linde.ToString(), null, app.Clock.Moment().DutchDay(), null, "SO-2", default));
        },
        [nameof(ReadStatement)] = async app =>
        {
            var circle = await new PrivacyStage(app).Circle();
            var statement = await app.In(async services => (await services.GetRequiredService<StatementsAccess>().Unread(circle.Joke, default))[0]);
            return Deeds.Of<ReadStatement>(async use => await use.Run(Actor.Arriving(circle.Joke), statement, default));
        },
        [nameof(ReportUnknownAccess)] = async app =>
        {
            var (circle, entry) = await Looked(app);
            return Deeds.Of<ReportUnknownAccess>(async use => await use.Run(Actor.Arriving(circle.Annie), Place(circle), entry, true, "Wie is dit?", default));
        },
        [nameof(HandleReport)] = async app =>
        {
            var (circle, entry) = await Looked(app);
            var officer = await Officer(app, circle.Linde);
            await app.In(services => services.GetRequiredService<ReportUnknownAccess>().Run(Actor.Arriving(circle.Annie), Place(circle), entry, true, "Wie is dit?", default));
            var report = await app.InDatabase(db => db.Set<UnknownAccessReport>().Where(r => r.ReportedBy == circle.Annie).Select(r => r.Id).SingleAsync());
            return Deeds.Of<HandleReport>(async use => await use.Run(Actor.Arriving(officer), circle.Linde, report, "Het was uw verpleegkundige.", default));
        },
        [nameof(ReviewEmergency)] = async app =>
        {
            var (stage, standIn, name) = await NetworkDeeds.Emergency(app);
            var officer = await Officer(app, stage.Linde);
            await app.In(services => services.GetRequiredService<OpenInEmergency>().Run(Actor.Arriving(standIn), "Sanne Bakker", name, new DateOnly(1944, 3, 9), "Mevrouw is gevallen en er is niemand anders.", default));
            var access = await app.InDatabase(db => db.Set<EmergencyAccess>().Where(e => e.Person == standIn).Select(e => e.Id).SingleAsync());
            return Deeds.Of<ReviewEmergency>(async use => await use.Run(Actor.Arriving(officer), stage.Linde, access, "Het was nodig.", default));
        },
    };

    private static TracePlace Place(Circle circle) => TracePlace.Of(circle.Network.Value, Actor.Arriving(circle.Annie));

    private static async Task<PersonId> Officer(KringApp app, OrganisationId organisation)
    {
        var world = new World(app);
        var officer = await world.Person("Noor van Dijk");
        await world.Works(officer, organisation, Role.DataProtectionOfficer, "Noor van Dijk");
        return officer;
    }

    /// <summary>Marieke looked in Annie's network; the entry in its log.</summary>
    private static async Task<(Circle Circle, Guid Entry)> Looked(KringApp app)
    {
        var stage = new PrivacyStage(app);
        var circle = await stage.Circle();
        await stage.Enter(circle.Marieke, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "network");
        return (circle, await app.InDatabase(db => db.Set<AccessEntry>().Where(e => e.Compartment == circle.Network.Compartment.Id && e.Person == circle.Marieke).Select(e => e.Id).SingleAsync()));
    }
}
