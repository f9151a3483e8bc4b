using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.Networks;
using Kring.Networks.Bases;
using Kring.Networks.Enrolment;
using Kring.Networks.Participation;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Bases;

public sealed class CorrectBasisTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly BasisStage _stage = new(app);

    [Fact]
    public async Task The_old_one_ends_and_a_new_one_goes_on_so_everybody_stays()
    {
        var based = await _stage.Set();
        using var watch = app.Services.GetRequiredService<MembershipChanges>().Watch(based.Network.Id, based.Ton);
        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);
        var page = await marieke.Get((await marieke.Get(based.Network.Path("mensen"))).QuerySelector($"a[href='{based.Path("wijzigen")}']")!.GetAttribute("href")!);
        Assert.Equal("TB-9", page.QuerySelector("#document")!.GetAttribute("value"));

        await marieke.Submit(page, Form, [.. Typed("TreatmentAgreement", "TB-10")]);

        Assert.EndsWith("gedaan=grondslag-gewijzigd", marieke.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        var bases = (await _stage.Bases(based.Network)).Where(b => b.Organisation == based.Beweeg).ToList();
        var old = bases.Single(b => b.Id == based.Basis);
        Assert.Equal((BasisKind.StatutoryTask, BasisEnd.Corrected, based.Network.Marieke), (old.Kind, old.End!.Value, old.EndedBy!.Value));
        var now = bases.Single(b => b.EndedAt is null);
        Assert.Equal((BasisKind.TreatmentAgreement, old.EndedAt), (now.Kind, (DateTimeOffset?)now.RecordedAt));
        Assert.Equal(GateRefusal.None, await _stage.Stage.Enter(based.Ton, based.Network.Id));
        Assert.False(watch.Ended.IsCancellationRequested);
        var people = await _stage.People(based.Network.Annie, based.Network);
        Assert.All((string[])["Document: TB-10", "Document: TB-9", "Geldig tot vandaag, daarna gewijzigd"], words => Assert.Contains(words, people, StringComparison.Ordinal));
        Assert.Equal(2, (await app.Notices(based.Network.Annie)).Count(n => n.Kind == NoticeKind.NetworkChanged)); // the first says that it was recorded
        using var annie = await _stage.World.SignedIn(based.Network.Annie);
        Assert.Contains("wijzigde waarom een organisatie meedoet", (await annie.Get(based.Network.Path("wie-keek"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_or_the_same_changes_nothing_and_is_kept()
    {
        var based = await _stage.Set();
        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);
        var page = await marieke.Get(based.Path("wijzigen"));

        var same = await marieke.Submit(page, Form);
        Assert.Contains("Er is niets veranderd", same.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        var wrong = await marieke.Submit(page, Form, ("document", "TB-11"), ("documentdatum.Day", "31"), ("documentdatum.Month", "2"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
        Assert.Equal(("TB-11", "31"), (wrong.QuerySelector("#document")!.GetAttribute("value"), wrong.QuerySelector("#documentdatum")!.GetAttribute("value")));
        Assert.Equal(2, (await _stage.Bases(based.Network)).Count(b => b.EndedAt is null));
        Assert.Equal(1, (await app.Notices(based.Network.Annie)).Count(n => n.Kind == NoticeKind.NetworkChanged)); // the first says that it was recorded
    }

    [Fact]
    public async Task Who_corrects_a_consent_reads_that_it_is_the_recipients()
    {
        var based = await _stage.Set(BasisKind.WrittenConsent);
        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);

        Assert.Contains("Deze toestemming is van Annie de Vries", (await marieke.Get(based.Path("wijzigen"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrected_many_times_at_once_one_holds_and_none_is_lost()
    {
        var based = await _stage.Set();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => app.Acts(async services => (await services.GetRequiredService<CorrectBasis>().Run(
            Actor.Arriving(based.Network.Marieke), based.Network.Id, based.Basis, new RecordedBasis(BasisKind.TreatmentAgreement, $"TB-{i}-nieuw", new DateOnly(2026, 3, 1)), default)).Outcome))));

        Assert.Single(outcomes, CorrectOutcome.Corrected);
        var bases = (await _stage.Bases(based.Network)).Where(b => b.Organisation == based.Beweeg).ToList();
        Assert.Equal((2, 1), (bases.Count, bases.Count(b => b.EndedAt is null)));
    }

    [Fact]
    public async Task What_ended_is_not_corrected()
    {
        var based = await _stage.Set();
        await app.Acts(async services => (await services.GetRequiredService<EndBasis>().Run(Actor.Arriving(based.Network.Marieke), based.Network.Id, based.Basis, "Klaar", default)).Outcome);
        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);

        Assert.Null((await marieke.Get(based.Path("wijzigen"))).QuerySelector("#wijzigen"));
        Assert.Equal(HttpStatusCode.Forbidden, await Admissions.Forging.Post(marieke, based.Path("wijzigen"), "wijzigen", [.. Typed("TreatmentAgreement", "X")]));
        Assert.Single(await _stage.Bases(based.Network), b => b.EndedAt is null);
    }

    private static IEnumerable<(string, string)> Typed(string kind, string reference)
        => [("grondslag", kind), ("document", reference), ("documentdatum.Day", "1"), ("documentdatum.Month", "3"), ("documentdatum.Year", "2026")];
}
