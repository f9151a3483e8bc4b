using AngleSharp.Html.Dom;
using Kring.Delivery;
using Kring.Networks.Invitations;
using Kring.People;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Invitations;

/// <summary>Somebody invited by SMS, in a browser without scripts.</summary>
internal sealed class SmsInvitation(KringApp app, Stage stage, string link, HttpBrowser browser) : IDisposable
{
    private static int _numbers;

    internal const string Account = "form:has([name=wachtwoord])", Code = "form:has([name=code])", Again = "form:has(input[value=opnieuw])";

    internal Stage Stage => stage;

    internal string Link => link;

    internal HttpBrowser Browser => browser;

    internal static async Task<SmsInvitation> Send(KringApp app, Stage? at = null, Func<Stage, string, InvitationDetails>? details = null)
    {
        var stage = at ?? await Stage.Set(app);
        var number = $"+316{20000000 + Interlocked.Increment(ref _numbers)}";
        return new SmsInvitation(app, stage, await app.Invited(stage, number, details: details?.Invoke(stage, number)), app.NewBrowser());
    }

    internal SmsInvitation In(HttpBrowser other) => new(app, stage, link, other);

    /// <summary>Fills in address and password, and looks at what follows.</summary>
    internal async Task<IHtmlDocument> Ask(string mail, string password = World.Password)
    {
        var page = await browser.Submit(await browser.Get(link + "?ander=true"), Account, ("mail", mail), ("wachtwoord", password));
        return browser.Path() is { } next ? await browser.Get(next) : page;
    }

    internal async Task<IHtmlDocument> Give(string code) => await browser.Submit(await browser.Get(link), Code, ("code", code));

    internal async Task<IReadOnlyList<(NoticeKind Kind, IReadOnlyDictionary<string, string> Variables)>> Mails(string mail)
        => [.. (await app.NoticesIn(stage.Network.Compartment, mail)).Where(n => n.Kind is NoticeKind.AccountCode or NoticeKind.AccountExists)];

    internal async Task<string> CodeIn(string mail) => (await Mails(mail))[^1].Variables["code"];

    internal Task<bool> HasAccount(string mail) => app.In(async services => await services.GetRequiredService<PeopleAccess>().AccountOf(mail, default) is not null);

    internal static string OtherThan(string code) => code == "123456" ? "654321" : "123456";

    public void Dispose() => browser.Dispose();
}
