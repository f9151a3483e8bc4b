using Kring.Access;
using Kring.Delivery;
using Kring.People;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Delivery.Dispatch;

/// <summary>A notice in the outbox, as a use case leaves it.</summary>
internal static class Waiting
{
    internal static async Task<(string Address, DueNotice Due)> Add(KringApp app, TimeSpan? dueIn = null, TimeSpan? uselessIn = null)
    {
        var person = await new World(app).Person("Annie de Vries");
        var address = $"{person.Value:N}@familie.example";
        var due = await app.In(async services =>
        {
            var door = services.GetRequiredService<Door>();
            var grant = (await door.Enter(new Visit(Actor.Arriving(person), person.Profile, PeoplePurposes.SignIn, Operations.Create, new LoggedObject("notice")), default)).Grant!;
            var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Annie de Vries", ["path"] = "/netwerken/1/berichten" };
            var now = app.Clock.Moment();
            var item = services.GetRequiredService<Outbox>().Add(grant, NoticeKind.NewMessages, DeliveryChannel.Mail, address, variables, now + dueIn, now + uselessIn);
            Assert.True(await door.Commit(default));
            return new DueNotice(item.Id, person.Profile);
        });
        return (address, due);
    }
}
