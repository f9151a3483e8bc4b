using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Bases;
using Kring.Networks.BreakGlass;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.People;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Bases;

/// <summary>What goes with a basis that ended, and does not come back with the next one.</summary>
public sealed class EndedBasisTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly BasisStage _stage = new(app);

    [Fact]
    public async Task A_new_basis_lets_nobody_back_in_and_what_was_sent_and_asked_is_worth_nothing()
    {
        var based = await _stage.Set();
        var stage = _stage.Stage;
        var granted = await stage.Asks(based.Network.Id, based.Network.Marieke, organisation: based.Beweeg);
        using var annie = await _stage.World.SignedIn(based.Network.Annie);
        await annie.Submit(await annie.Get(based.Network.Path($"toestemming/{granted.Value}")), Form, ("antwoord", "ja"));
        var link = await app.InvitationFor(based.Network.Id.Compartment, "ineke@kring.example");
        var waiting = await stage.Asks(based.Network.Id, based.Network.Marieke, "Piet", "piet@kring.example", organisation: based.Beweeg);
        var others = await stage.Asks(based.Network.Id, based.Network.Marieke, "Cor", "cor@kring.example", Capacity.InformalCarer);

        await Ends(based);
        await _stage.Record(based.Network, based.Beweeg, BasisKind.TreatmentAgreement);

        Assert.NotEqual(GateRefusal.None, await stage.Enter(based.Ton, based.Network.Id));
        using var visitor = app.NewBrowser();
        await visitor.Get(link);
        Assert.Equal(HttpStatusCode.Gone, visitor.Last!.StatusCode);
        var questions = await stage.Rows<AdmissionRequest>(based.Network.Id);
        Assert.Equal((AdmissionState.TakenBack, AdmissionState.Waiting), (questions.Single(q => q.Id == waiting).State, questions.Single(q => q.Id == others).State));
    }

    [Fact]
    public async Task An_invitation_that_a_coordinator_sent_whose_organisation_went_out_is_worth_nothing()
    {
        var stage = await Stage.Set(app);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        await marieke.Submit(await marieke.Get(stage.Path("mensen/uitnodigen")), Form, Stage.Wish("Joke", "joke.zonder@kring.example"));
        var link = await app.InvitationFor(stage.Network.Compartment, "joke.zonder@kring.example");
        using var visitor = app.NewBrowser();
        await visitor.Get(link);
        Assert.Equal(HttpStatusCode.OK, visitor.Last!.StatusCode);

        // The basis alone, so that it is not the end of the participation that decides.
        var (compartment, now) = (stage.Network.Compartment.Id, app.Clock.GetUtcNow());
        await app.InDatabase(db => db.Set<ParticipationBasis>().Where(b => b.Compartment == compartment).ExecuteUpdateAsync(set => set.SetProperty(b => b.EndedAt, now)));

        await visitor.Get(link);
        Assert.Equal(HttpStatusCode.Gone, visitor.Last!.StatusCode);
    }

    [Fact]
    public async Task Whoever_reads_in_an_emergency_is_out_as_well()
    {
        var based = await _stage.Set();
        var name = $"Annie {Guid.CreateVersion7():N}";
        var sanne = await _stage.World.Person("Sanne Bakker");
        await _stage.World.Works(sanne, based.Beweeg, Role.Professional, "Sanne Bakker");
        await _stage.Stage.Change(based.Network.Id, grant =>
        {
            var (id, now) = (new EmergencyAccessId(Guid.CreateVersion7()), app.Clock.GetUtcNow());
            grant.Add(new EmergencyAccess
            {
                Id = id,
                Compartment = grant.Compartment.Id,
                Person = sanne,
                Organisation = based.Beweeg,
                Name = grant.Seal(EmergencyAccess.NameField, id.Value, name),
                Function = grant.Seal(EmergencyAccess.FunctionField, id.Value, "fysiotherapeut"),
                Reason = grant.Seal(EmergencyAccess.ReasonField, id.Value, "Gevallen"),
                From = now,
                Until = now.AddHours(1),
            });
            return Task.CompletedTask;
        });
        Assert.Equal(GateRefusal.None, await _stage.Stage.Enter(sanne, based.Network.Id));
        using var watch = app.Services.GetRequiredService<MembershipChanges>().Watch(based.Network.Id, sanne);

        await Ends(based);

        Assert.True(watch.Ended.IsCancellationRequested);
        Assert.NotEqual(GateRefusal.None, await _stage.Stage.Enter(sanne, based.Network.Id));
        await _stage.Record(based.Network, based.Beweeg, BasisKind.StatutoryTask);
        Assert.NotEqual(GateRefusal.None, await _stage.Stage.Enter(sanne, based.Network.Id));
    }

    [Fact]
    public async Task A_basis_that_is_recorded_is_told_to_who_decides()
    {
        var based = await _stage.Set();
        await Ends(based);
        var before = (await app.Notices(based.Network.Annie)).Count;

        await _stage.Record(based.Network, based.Beweeg, BasisKind.StatutoryTask);

        Assert.Equal(before + 1, (await app.Notices(based.Network.Annie)).Count);
    }

    private async Task Ends(Based based, string reason = "Klaar")
    {
        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);
        await marieke.Submit(await marieke.Get(based.Path("beeindigen")), Form, ("reden", reason));
        Assert.Equal(HttpStatusCode.Redirect, marieke.Last!.StatusCode);
    }
}
