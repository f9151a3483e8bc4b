using Kring.Access;
using Kring.Networks;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.People.SignIns;
using Kring.Tests.Networks;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Networks.Invitations;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Faults.Writes;

internal static class InvitationDeeds
{
    private static readonly Caller Caller = new("127.0.0.1", "127.0.0.0/24", "Test");

    internal static IReadOnlyDictionary<string, Staging> All { get; } = new Dictionary<string, Staging>(StringComparer.Ordinal)
    {
        [$"{nameof(InviteParticipant)} before the lock"] = async app => Invites(await Stage.Set(app)),
        [$"{nameof(InviteParticipant)} after the lock"] = async app => Invites(await Stage.Set(app, ago: TimeSpan.FromDays(30))),
        [nameof(InviteRecipient)] = async app =>
        {
            var world = new World(app);
            var linde = await world.Organisation();
            var marieke = await world.Person("Marieke Visser");
            await world.Works(marieke, linde, Role.Coordinator, "Marieke Visser");
            var network = await world.Network(await world.Person("Annie de Vries", account: false), "Annie de Vries", marieke, linde);
            return Deeds.Of<InviteRecipient>(async use => await use.Run(Actor.Arriving(marieke), network, Address(), default));
        },
        [$"{nameof(AcceptInvitation)} with an account"] = async app =>
        {
            var (stage, address) = (await Stage.Set(app), Address().Value);
            var joke = await stage.World.Person("Joke de Vries", address);
            var secret = Secret(await app.Invited(stage, address));
            return Deeds.Of<AcceptInvitation>(async use => (await use.Run(Actor.Arriving(joke), secret, null, default)).Outcome);
        },
        [$"{nameof(AcceptInvitation)} without an account"] = async app =>
        {
            var secret = Secret(await app.Invited(await Stage.Set(app), Address().Value));
            return Deeds.Of<AcceptInvitation>(async use => (await use.Run(null, secret, new ChosenPassword(World.Password, Caller), default)).Outcome);
        },
        [nameof(DeclineInvitation)] = async app =>
        {
            var secret = Secret(await app.Invited(await Stage.Set(app), Address().Value));
            return Deeds.Of<DeclineInvitation>(async use => await use.Run(null, secret, default));
        },
        [nameof(AskAccount)] = async app =>
        {
            var secret = await BySms(app);
            return Deeds.Of<AskAccount>(async use => (await use.Run(null, secret, Wish(), default)).Answer);
        },
        [nameof(AskAccountCodeAgain)] = async app =>
        {
            var (secret, wish) = (await BySms(app), Wish());
            await app.In(services => services.GetRequiredService<AskAccount>().Run(null, secret, wish, default));
            return Deeds.Of<AskAccountCodeAgain>(async use => (await use.Run(null, secret, wish.Browser, default)).Answer);
        },
    };

    private static Deed Invites(Stage stage)
    {
        var wish = new InvitationWish("Ineke Bos", Address(), Capacity.InformalCarer, "buurvrouw", null, "Zij helpt met lopen.", false);
        return Deeds.Of<InviteParticipant>(async use => await use.Run(Actor.Arriving(stage.Marieke), stage.Network, wish, default));
    }

    private static async Task<string> BySms(KringApp app)
    {
        const string number = "+31612345678";
        var stage = await Stage.Set(app);
        return Secret(await app.Invited(stage, number));
    }

    private static AccountWish Wish() => new(Address().Value, World.Password, Guid.CreateVersion7().ToString("N"), Caller);

    private static InvitationAddress Address() => InvitationAddress.Read($"{Guid.CreateVersion7():N}@kring.example")!;

    private static string Secret(string link) => link.Split('/')[^1];
}
