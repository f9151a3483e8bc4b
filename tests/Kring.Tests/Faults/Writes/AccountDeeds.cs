using Kring.Access;
using Kring.App.Display;
using Kring.People.Accounts;
using Kring.People.Clearing;
using Kring.People.Details;
using Kring.People.Devices;
using Kring.People.Sessions;
using Kring.Platform;
using Kring.Tests.Conversations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Faults.Writes;

internal static class AccountDeeds
{
    internal static IReadOnlyDictionary<string, Staging> All { get; } = new Dictionary<string, Staging>(StringComparer.Ordinal)
    {
        [nameof(ChangePassword)] = async app =>
        {
            var (actor, _) = await SignedIn(app);
            return Deeds.Of<ChangePassword>(async use => (await use.Run(actor, World.Password, "vier nieuwe losse woorden", default)).Answer);
        },
        [nameof(FirstPasswords)] = async app =>
        {
            var secret = await new World(app).InvitedTo((await SignInDeeds.Somebody(app)).Person);
            return Deeds.Of<FirstPasswords>(async use => await use.Use(secret, "vier nieuwe losse woorden", default));
        },
        [nameof(KeepLanguage)] = async app =>
        {
            var (actor, _) = await SignedIn(app);
            return async services =>
            {
                services.GetRequiredService<CurrentActor>().Known = actor;
                await services.GetRequiredService<IKeepLanguage>().Keep(DisplayLanguage.English, default);
                return null;
            };
        },
        [nameof(OwnDetails)] = async app =>
        {
            var (actor, _) = await SignedIn(app);
            return Deeds.Of<OwnDetails>(async use => await use.Change(actor, "Annie Jansen", "+31612345678", default));
        },
        [nameof(CarryName)] = async app =>
        {
            var stage = await TalkStage.Set(app);
            await app.In(services => services.GetRequiredService<OwnDetails>().Change(Actor.Arriving(stage.Ahmed), "Ahmed Öz", null, default));
            return Deeds.Of<CarryName>(async use =>
            {
                await use.Run(stage.Ahmed, default);
                return null;
            });
        },
        [nameof(EndSession)] = async app =>
        {
            var (actor, session) = await SignedIn(app);
            return Deeds.Of<EndSession>(async use =>
            {
                await use.Run(actor, session, default);
                return null;
            });
        },
        [nameof(RevokeOthers)] = async app =>
        {
            var (actor, _) = await SignedIn(app);
            using var elsewhere = await new World(app).SignedIn(actor.Person!.Value);
            await Trusts(app, actor.Person!.Value);
            return Deeds.Of<RevokeOthers>(async use =>
            {
                await use.Run(actor, default);
                return null;
            });
        },
        [nameof(RevokeDevice)] = async app =>
        {
            var (actor, _) = await SignedIn(app);
            var device = await Trusts(app, actor.Person!.Value);
            return Deeds.Of<RevokeDevice>(async use => await use.Run(actor, device, default));
        },
        [nameof(ClearSignIns)] = async app =>
        {
            var (actor, _) = await SignedIn(app);
            await Trusts(app, actor.Person!.Value);
            return Deeds.Of<ClearSignIns>(async use =>
            {
                await use.Run(actor.Person!.Value, app.Clock.Moment().AddDays(100), default);
                return null;
            });
        },
    };

    private static async Task<(Actor Actor, SessionId Session)> SignedIn(KringApp app)
    {
        var (person, _) = await SignInDeeds.Somebody(app);
        using var browser = await new World(app).SignedIn(person);
        var session = await app.InDatabase(db => db.Set<Session>().Where(s => s.Person == person).Select(s => s.Id).SingleAsync());
        return (Actor.SignedIn(person, session), session);
    }

    private static Task<TrustedDeviceId> Trusts(KringApp app, PersonId person) => app.In(async services =>
    {
        using var device = new SoftwareDevice();
        var door = services.GetRequiredService<Door>();
        var grant = (await door.Enter(new Visit(Actor.Arriving(person), person.Profile, Kring.People.PeoplePurposes.SignIn, Operations.Create, new LoggedObject("trusted-device")), default)).Grant!;
        var trusted = await services.GetRequiredService<TrustDevice>().Add(grant, new DeviceToTrust("Tablet", device.Remember()[2].Item2), [], default);
        Assert.True(await door.Commit(default));
        return trusted!.Device;
    });
}
