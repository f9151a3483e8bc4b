using System.Net;
using Kring.Access;
using Kring.Access.Log;
using Kring.Conversations.Reading;
using Kring.Tests.Privacy.Traces;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Conversations.Reading;

public sealed class MarkReadTests(KringApp app) : IClassFixture<KringApp>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(99)]
    public async Task Telling_again_what_is_known_is_nothing_in_the_log(long upTo)
    {
        var (stage, path) = await Talk();
        Assert.Equal(GateRefusal.None, await Read(stage.Annie, stage, path, 2));

        Assert.Equal(GateRefusal.None, await Read(stage.Annie, stage, path, upTo));

        Assert.Equal([Outcome.Done], await Outcomes(stage, stage.Annie));
    }

    [Fact]
    public async Task Reading_further_is_a_change()
    {
        var (stage, path) = await Talk();
        await Read(stage.Annie, stage, path, 1);

        await Read(stage.Annie, stage, path, 2);

        Assert.Equal([Outcome.Done, Outcome.Done], await Outcomes(stage, stage.Annie));
    }

    [Fact]
    public async Task Whoever_was_removed_hears_that_it_is_not_there_also_of_what_they_had_read()
    {
        var (stage, path) = await Talk();
        await Read(stage.Joke, stage, path, 2);
        await stage.Leaves(stage.Joke);

        Assert.NotEqual(GateRefusal.None, await Read(stage.Joke, stage, path, 2));
        Assert.Contains(Outcome.Refused, await Outcomes(stage, stage.Joke));
    }

    [Fact]
    public async Task Two_tabs_at_once_read_as_reading_and_not_as_a_try()
    {
        var (stage, path) = await Talk();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Read(stage.Annie, stage, path, 2)));
        using var browser = await stage.World.SignedIn(stage.Annie);

        var list = await browser.Get($"/netwerken/{stage.Network}/wie-keek");

        Assert.DoesNotContain("op gelezen te zetten", TracePages.Plain(list.Body!.TextContent), StringComparison.Ordinal);
    }

    private async Task<(TalkStage Stage, string Path)> Talk()
    {
        var stage = await TalkStage.Set(app);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(ahmed);
        await TalkStage.Says(ahmed, path, "Morgen wel.");
        Assert.Equal(HttpStatusCode.Redirect, ahmed.Last!.StatusCode);
        return (stage, path);
    }

    private Task<GateRefusal> Read(PersonId person, TalkStage stage, string path, long upTo) => app.In(async services =>
    {
        await using var scope = services.CreateAsyncScope();
        var actor = Actor.Arriving(person);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Known = actor;
        return await scope.ServiceProvider.GetRequiredService<MarkRead>().Run(actor, stage.Network, new(Guid.Parse(path.Split('/')[^1])), upTo, default);
    });

    private Task<List<Outcome>> Outcomes(TalkStage stage, PersonId person) => app.InDatabase(db => db.Set<AccessEntry>()
        .Where(e => e.Compartment == stage.Network.Compartment.Id && e.Person == person && e.ObjectType == "read-receipt").OrderBy(e => e.At).Select(e => e.Outcome).ToListAsync());
}
