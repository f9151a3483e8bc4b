using Kring.Access;
using Kring.Delivery;
using Kring.People.MailedLinks;
using Kring.People.PasswordLinks;
using Kring.People.SignInLinks;
using Kring.People.SignIns;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Faults.Writes;

internal static class SignInDeeds
{
    private static readonly Caller Caller = new("127.0.0.1", "127.0.0.0/24", "Test");

    internal static IReadOnlyDictionary<string, Staging> All { get; } = new Dictionary<string, Staging>(StringComparer.Ordinal)
    {
        [nameof(CheckPassword)] = async app =>
        {
            var (_, mail) = await Somebody(app);
            return Deeds.Of<CheckPassword>(async use => (await use.Run(mail, World.Password, [], Caller, default)).Answer);
        },
        [$"{nameof(GiveCode)} right"] = async app =>
        {
            var (person, browser) = await Begun(app);
            var code = await app.LastCode(person);
            using var device = new SoftwareDevice();
            var trusted = new Kring.People.Devices.DeviceToTrust("Tablet", device.Remember()[2].Item2);
            return Deeds.Of<GiveCode>(async use => (await use.Run(browser, code, trusted, [], Caller, default)).Answer);
        },
        [$"{nameof(GiveCode)} wrong"] = async app =>
        {
            var (person, browser) = await Begun(app);
            var wrong = await app.LastCode(person) == "000000" ? "111111" : "000000";
            return Deeds.Of<GiveCode>(async use => (await use.Run(browser, wrong, null, [], Caller, default)).Answer);
        },
        [nameof(AskCodeAgain)] = async app =>
        {
            var (_, browser) = await Begun(app);
            return Deeds.Of<AskCodeAgain>(async use => (await use.Run(browser, default)).Answer);
        },
        [nameof(ProveDevice)] = async app =>
        {
            var (_, browser) = await Begun(app);
            return Deeds.Of<ProveDevice>(async use => (await use.Run(browser, [], null, Caller, default)).Answer);
        },
        [nameof(SendLink)] = async app =>
        {
            var (_, mail) = await Somebody(app);
            return Deeds.Of<SendLink>(async use =>
            {
                await use.Run(new LinkAsked(LinkSort.SignIn, mail, "nl"), default);
                return null;
            });
        },
        [nameof(UseSignInLink)] = async app =>
        {
            var secret = await Link(app, LinkSort.SignIn);
            return Deeds.Of<UseSignInLink>(async use => (await use.Run(secret, [], default))?.Next);
        },
        [nameof(GivePassword)] = async app =>
        {
            var secret = await Link(app, LinkSort.SignIn);
            var begun = await app.In(services => services.GetRequiredService<UseSignInLink>().Run(secret, [], default));
            return Deeds.Of<GivePassword>(async use => (await use.Run(begun!.Value.Browser, World.Password, null, [], Caller, default)).Answer);
        },
        [nameof(ChooseNewPassword)] = async app =>
        {
            var secret = await Link(app, LinkSort.NewPassword);
            return Deeds.Of<ChooseNewPassword>(async use => (await use.Run(secret, "vier nieuwe losse woorden", default)).Answer);
        },
    };

    internal static async Task<(PersonId Person, string Mail)> Somebody(KringApp app)
    {
        var mail = $"{Guid.CreateVersion7():N}@kring.example";
        return (await new World(app).Person("Annie de Vries", mail), mail);
    }

    /// <summary>Somebody who gave the password, and the secret of their browser.</summary>
    private static async Task<(PersonId Person, string Browser)> Begun(KringApp app)
    {
        var (person, mail) = await Somebody(app);
        var given = await app.In(services => services.GetRequiredService<CheckPassword>().Run(mail, World.Password, [], Caller, default));
        return (person, given.Browser!);
    }

    private static async Task<string> Link(KringApp app, LinkSort sort)
    {
        var (person, mail) = await Somebody(app);
        await app.In(async services =>
        {
            await services.GetRequiredService<SendLink>().Run(new LinkAsked(sort, mail, "nl"), default);
            return true;
        });
        return (await app.Notices(person)).Last(n => n.Kind is NoticeKind.SignInLink or NoticeKind.PasswordLink).Variables["path"].Split('/')[^1];
    }
}
