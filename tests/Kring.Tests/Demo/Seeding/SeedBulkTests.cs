using Kring.Access;
using Kring.Conversations.Messages;
using Kring.Data;
using Kring.Demo.Seeding;
using Kring.Networks;
using Kring.People;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Demo.Seeding;

public sealed class SeedBulkTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Bulk_data_is_as_much_as_was_asked_and_opens_for_its_people_alone()
    {
        await app.Services.GetRequiredService<SeedBulk>().Run(12, 30, 100, _ => { }, TestContext.Current.CancellationToken);

        var (networks, messages, people, opened) = await app.In(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var person = (await db.Set<CareNetwork>().OrderBy(n => n.Id).FirstAsync()).Recipient;
            var own = await services.GetRequiredService<NetworksAccess>().Of(person, default);
            var visits = await db.Set<CareNetwork>().Select(n => n.Id).ToListAsync();
            var entrances = await services.GetRequiredService<Door>().EnterAll(
                [.. visits.Select(n => new Visit(Actor.Arriving(person), n.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network")))], default);
            Assert.Equal(own.Count, entrances.Count(e => e.Grant is not null));
            return (await db.Set<CareNetwork>().CountAsync(), await db.Set<Message>().CountAsync(), await db.Set<Person>().CountAsync(), own.Count);
        });

        Assert.Equal((12, 100, 30), (networks, messages, people));
        Assert.InRange(opened, 1, 11);
    }
}
