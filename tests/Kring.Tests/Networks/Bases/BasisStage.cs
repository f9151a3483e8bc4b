using Kring.Access;
using Kring.Networks.Enrolment;
using Kring.Networks.Participation;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Bases;

/// <summary>A locked network in which Ton takes part for a second organisation.</summary>
internal sealed record Based(LockedNetwork Network, OrganisationId Beweeg, PersonId Ton, BasisId Basis)
{
    internal string Path(string deed) => Network.Path($"mensen/grondslag/{Basis.Value}/{deed}");
}

internal sealed class BasisStage(KringApp app)
{
    internal Consenting Stage { get; } = new(app);

    internal World World => Stage.World;

    internal async Task<Based> Set(BasisKind kind = BasisKind.StatutoryTask, DateOnly? born = null)
    {
        var network = await Stage.Network(born);
        var beweeg = await World.Organisation("Fysiotherapie Beweeg");
        var ton = await World.Person("Ton Smit");
        await World.Works(ton, beweeg, Role.Professional, "Ton Smit");
        await World.Joins(network.Id, ton, "Ton Smit", Capacity.Professional, "fysiotherapeut", beweeg);
        await Record(network, beweeg, kind);
        return new Based(network, beweeg, ton, (await Bases(network)).Single(b => b.Organisation == beweeg).Id);
    }

    internal Task Record(LockedNetwork network, OrganisationId organisation, BasisKind kind) => app.In(async services =>
    {
        var outcome = await services.GetRequiredService<RecordBasis>().Run(Actor.Arriving(network.Marieke), network.Id, organisation, new RecordedBasis(kind, "TB-9", new DateOnly(2026, 2, 1)), default);
        Assert.Equal(BasisOutcome.Recorded, outcome);
        return true;
    });

    internal Task<List<ParticipationBasis>> Bases(LockedNetwork network) => Stage.Rows<ParticipationBasis>(network.Id);

    internal async Task<ParticipationBasis> Lead(LockedNetwork network) => (await Bases(network)).Single(b => b.Organisation == network.Linde && b.EndedAt is null);

    internal async Task<NetworkMembership> Latest(LockedNetwork network, PersonId person) => (await Stage.Rows<NetworkMembership>(network.Id)).Where(m => m.Person == person).MaxBy(m => m.From)!;

    internal async Task<string> People(PersonId reader, LockedNetwork network)
    {
        using var browser = await World.SignedIn(reader);
        return string.Join(' ', (await browser.Get(network.Path("mensen"))).QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
