using Kring.Access;
using Kring.Organisations.Staff;
using Kring.People.Accounts;
using Kring.People.SignIns;
using Kring.People.Staff;
using Kring.Platform;
using Kring.Tests.People.Staff;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Faults.Writes;

internal static class StaffDeeds
{
    private static readonly Caller Caller = new("127.0.0.1", "127.0.0.0/24", "Test");

    internal static IReadOnlyDictionary<string, Staging> All { get; } = new Dictionary<string, Staging>(StringComparer.Ordinal)
    {
        [$"{nameof(ChangeWork)} other"] = async app =>
        {
            var (stage, row) = await Working(app);
            return Deeds.Of<ChangeWork>(async use => (await use.Give(Actor.Arriving(stage.Bas), stage.Linde, row, Role.Professional, "verzorgende", default)).Change);
        },
        [$"{nameof(ChangeWork)} end"] = async app =>
        {
            var (stage, row) = await Working(app);
            return Deeds.Of<ChangeWork>(async use => (await use.End(Actor.Arriving(stage.Bas), stage.Linde, row, default)).Change);
        },
        [$"{nameof(BlockStaff)} block"] = async app =>
        {
            var (stage, row) = await Working(app);
            return Deeds.Of<BlockStaff>(async use => (await use.Block(Actor.Arriving(stage.Bas), stage.Linde, row, default)).Change);
        },
        [$"{nameof(BlockStaff)} unblock"] = async app =>
        {
            var (stage, row) = await Working(app);
            await app.In(services => services.GetRequiredService<BlockStaff>().Block(Actor.Arriving(stage.Bas), stage.Linde, row, default));
            return Deeds.Of<BlockStaff>(async use => (await use.Unblock(Actor.Arriving(stage.Bas), stage.Linde, row, default)).Change);
        },
        [nameof(BlockAccount)] = async app =>
        {
            var (stage, _) = await Working(app);
            return Deeds.Of<BlockAccount>(async use => await use.Run(Actor.Arriving(stage.Bas), stage.Marieke, default));
        },
        [nameof(InviteStaff)] = async app =>
        {
            var stage = await StaffStage.Set(app);
            var wish = Wish(app);
            return Deeds.Of<InviteStaff>(async use => await use.Run(Actor.Arriving(stage.Bas), stage.Linde, wish, default));
        },
        [nameof(WithdrawStaffInvitation)] = async app =>
        {
            var (stage, wish) = await Invited(app);
            return Deeds.Of<WithdrawStaffInvitation>(async use => await use.Run(Actor.Arriving(stage.Bas), stage.Linde, wish.Id, default));
        },
        [nameof(AcceptStaffInvitation)] = async app =>
        {
            var (stage, wish) = await Invited(app);
            var secret = (await stage.Link(wish.Mail)).Split('/')[^1];
            return Deeds.Of<AcceptStaffInvitation>(async use => (await use.Run(null, secret, World.Password, Caller, default)).Outcome);
        },
    };

    private static async Task<(StaffStage Stage, Kring.Organisations.StaffMemberId Row)> Working(KringApp app)
    {
        var stage = await StaffStage.Set(app);
        return (stage, (await stage.Row(stage.Marieke)).Id);
    }

    private static async Task<(StaffStage Stage, StaffWish Wish)> Invited(KringApp app)
    {
        var (stage, wish) = (await StaffStage.Set(app), Wish(app));
        await app.In(services => services.GetRequiredService<InviteStaff>().Run(Actor.Arriving(stage.Bas), stage.Linde, wish, default));
        return (stage, wish);
    }

    private static StaffWish Wish(KringApp app) => new(app.Clock.NewId<StaffInvitationId>(), "Sanne Bakker", $"{Guid.CreateVersion7():N}@delinde.example", Role.Professional, "wijkverpleegkundige");
}
