using System.Net;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Enrolment;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Bases;

public sealed class WithdrawBasisTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly BasisStage _stage = new(app);

    [Theory]
    [InlineData("mensen")]
    [InlineData("toestemming")]
    public async Task The_recipient_takes_a_written_consent_back_in_two_steps_and_in_silence(string start)
    {
        var based = await _stage.Set(BasisKind.WrittenConsent);
        using var watch = app.Services.GetRequiredService<MembershipChanges>().Watch(based.Network.Id, based.Ton);
        using var annie = await _stage.World.SignedIn(based.Network.Annie);
        PersonId[] everybody = [based.Network.Annie, based.Network.Marieke, based.Ton];
        var notices = await Notices(everybody);

        var page = await annie.Get((await annie.Get(based.Network.Path(start))).QuerySelector("a[href$='/intrekken']")!.GetAttribute("href")!);
        Assert.Contains("Ton Smit", page.QuerySelector(".govuk-list--bullet")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form textarea"));
        await annie.Submit(page, Form);

        Assert.Equal(HttpStatusCode.Redirect, annie.Last!.StatusCode);
        Assert.NotEqual(GateRefusal.None, await _stage.Stage.Enter(based.Ton, based.Network.Id));
        Assert.True(watch.Ended.IsCancellationRequested);
        Assert.Equal((MembershipEnd.ConsentWithdrawn, based.Network.Annie), await _stage.Latest(based.Network, based.Ton) is { } m ? (m.End!.Value, m.EndedBy!.Value) : default);
        Assert.Equal(BasisEnd.ConsentWithdrawn, (await _stage.Bases(based.Network)).Single(b => b.Id == based.Basis).End);
        Assert.Equal(notices, await Notices(everybody));
        Assert.Contains("Geldig tot vandaag", await _stage.People(based.Network.Marieke, based.Network), StringComparison.Ordinal);
        Assert.Contains("trok de schriftelijke toestemming voor een organisatie in", (await annie.Get(based.Network.Path("wie-keek?eigen=ja"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_that_was_corrected_meanwhile_is_not_taken_back_and_the_page_says_that_nothing_stopped()
    {
        var based = await _stage.Set(BasisKind.WrittenConsent);
        using var annie = await _stage.World.SignedIn(based.Network.Annie);
        var page = await annie.Get(based.Path("intrekken"));
        await app.In(async services => (await services.GetRequiredService<Kring.Networks.Bases.CorrectBasis>()
            .Run(Actor.Arriving(based.Network.Marieke), based.Network.Id, based.Basis, new RecordedBasis(BasisKind.WrittenConsent, "TB-2", new DateOnly(2025, 2, 1)), default)).Outcome);

        var answer = await annie.Submit(page, Form);

        Assert.NotEqual(HttpStatusCode.Redirect, annie.Last!.StatusCode);
        Assert.Contains("doet nog wel mee, op een nieuwe grondslag. Er is nu niets gestopt.", answer.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(answer.QuerySelector("main a[href$='/mensen#grondslagen']"));
        Assert.Equal(GateRefusal.None, await _stage.Stage.Enter(based.Ton, based.Network.Id));
    }

    [Fact]
    public async Task The_yes_to_each_of_its_people_goes_with_it()
    {
        var based = await _stage.Set(BasisKind.WrittenConsent);
        var question = await _stage.Stage.Asks(based.Network.Id, based.Network.Marieke, organisation: based.Beweeg);
        using var annie = await _stage.World.SignedIn(based.Network.Annie);
        await annie.Submit(await annie.Get(based.Network.Path($"toestemming/{question.Value}")), Form, ("antwoord", "ja"));
        var ineke = await _stage.Stage.Accepts(based.Network.Id, question, based.Beweeg);
        Assert.Equal(GateRefusal.None, await _stage.Stage.Enter(ineke, based.Network.Id));

        await annie.Submit(await annie.Get(based.Path("intrekken")), Form);

        Assert.Equal(based.Network.Annie, Assert.Single(await _stage.Stage.Rows<Consent>(based.Network.Id)).WithdrawnBy);
        await _stage.Record(based.Network, based.Beweeg, BasisKind.StatutoryTask);
        Assert.NotEqual(GateRefusal.None, await _stage.Stage.Enter(ineke, based.Network.Id));
    }

    [Fact]
    public async Task A_mentor_and_a_youth_of_12_take_it_back_also_in_a_closed_network()
    {
        var (based, young) = (await _stage.Set(BasisKind.WrittenConsent), await _stage.Set(BasisKind.WrittenConsent, app.Clock.GetUtcNow().DutchDay().AddYears(-12)));
        var (mentor, _) = await _stage.Stage.Representative(based.Network.Id, MandateKind.Mentor);

        foreach (var (person, place) in ((PersonId, Based)[])[(mentor, based), (young.Network.Annie, young)])
        {
            await _stage.Stage.Close(place.Network.Id);
            using var browser = await _stage.World.SignedIn(person);
            await browser.Submit(await browser.Get(place.Path("intrekken")), Form);
            Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
            Assert.NotEqual(GateRefusal.None, await _stage.Stage.Enter(place.Ton, place.Network.Id));
        }
    }

    [Fact]
    public async Task Nobody_else_does_and_a_child_of_11_reads_no()
    {
        var based = await _stage.Set(BasisKind.WrittenConsent, app.Clock.GetUtcNow().DutchDay().AddYears(-11));
        var (money, _) = await _stage.Stage.Representative(based.Network.Id, MandateKind.Administrator);
        using var annie = await _stage.World.SignedIn(based.Network.Annie);
        await annie.Get(based.Path("intrekken"));
        Assert.Equal(HttpStatusCode.NotFound, annie.Last!.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await Forging.Post(annie, based.Path("intrekken"), "intrekken"));
        foreach (var person in (PersonId[])[money, based.Network.Marieke, based.Ton, await _stage.World.Person("Een Vreemde")])
        {
            using var browser = await _stage.World.SignedIn(person);
            await browser.Get(based.Path("intrekken"));
            Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(browser, based.Path("intrekken"), "intrekken"));
            Assert.DoesNotContain("/intrekken", (await browser.Get(based.Network.Path("mensen"))).Body!.InnerHtml, StringComparison.Ordinal);
        }

        Assert.All(await _stage.Bases(based.Network), b => Assert.Null(b.EndedAt));
    }

    [Fact]
    public async Task An_agreement_or_a_task_by_law_is_not_a_consent_to_take_back()
    {
        var based = await _stage.Set();
        using var annie = await _stage.World.SignedIn(based.Network.Annie);

        Assert.Null((await annie.Get(based.Network.Path("mensen"))).QuerySelector("a[href$='/intrekken']"));
        await annie.Get(based.Path("intrekken"));
        Assert.Equal(HttpStatusCode.NotFound, annie.Last!.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await Forging.Post(annie, based.Path("intrekken"), "intrekken"));

        Assert.Equal(GateRefusal.None, await _stage.Stage.Enter(based.Ton, based.Network.Id));
    }

    [Fact]
    public async Task That_nobody_coordinates_then_keeps_nobody_from_taking_it_back()
    {
        var network = await _stage.Stage.Network();
        var lead = await _stage.Lead(network);
        await app.InDatabase(db => db.Set<ParticipationBasis>().Where(b => b.Id == lead.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.Kind, BasisKind.WrittenConsent)));
        using var annie = await _stage.World.SignedIn(network.Annie);

        var page = await annie.Get(network.Path($"mensen/grondslag/{lead.Id.Value}/intrekken"));
        Assert.Contains("Er is dan geen coördinator meer", page.Body!.TextContent, StringComparison.Ordinal);
        await annie.Submit(page, Form);

        Assert.NotEqual(GateRefusal.None, await _stage.Stage.Enter(network.Marieke, network.Id));
        Assert.Equal(GateRefusal.None, await _stage.Stage.Enter(network.Annie, network.Id));
    }

    private async Task<IReadOnlyList<int>> Notices(IEnumerable<PersonId> people)
    {
        var counts = new List<int>();
        foreach (var person in people)
            counts.Add((await app.Notices(person)).Count);
        return counts;
    }
}
