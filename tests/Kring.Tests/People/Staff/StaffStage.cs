using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Delivery;
using Kring.Organisations;
using Kring.Organisations.Staff;
using Kring.Tests.Networks;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.People.Staff;

/// <summary>De Linde with its administrator Bas, officer Noor, director Hans and coordinator Marieke.</summary>
internal sealed class StaffStage
{
    private readonly KringApp _app;

    private StaffStage(KringApp app) => (_app, World) = (app, new World(app));

    internal World World { get; }

    internal OrganisationId Linde { get; private set; }

    internal PersonId Bas { get; private set; }

    internal PersonId Noor { get; private set; }

    internal PersonId Hans { get; private set; }

    internal PersonId Marieke { get; private set; }

    internal string Path => $"/medewerkers/{Linde}";

    internal static async Task<StaffStage> Set(KringApp app)
    {
        var stage = new StaffStage(app);
        stage.Linde = await stage.World.Organisation();
        stage.Bas = await stage.Works("Bas van Leeuwen", Role.FunctionalAdministrator);
        stage.Noor = await stage.Works("Noor van Dijk", Role.DataProtectionOfficer);
        stage.Hans = await stage.Works("Hans Willemsen", Role.Director);
        stage.Marieke = await stage.Works("Marieke Visser", Role.Coordinator);
        return stage;
    }

    internal async Task<PersonId> Works(string name, Role role, OrganisationId? organisation = null)
    {
        var person = await World.Person(name);
        await World.Works(person, organisation ?? Linde, role, name, "medewerker");
        return person;
    }

    /// <summary>The page of somebody's latest work at De Linde.</summary>
    internal async Task<string> Of(PersonId person) => $"{Path}/{(await Row(person)).Id.Value}";

    internal Task<StaffMember> Row(PersonId person)
        => _app.InDatabase(db => db.Set<StaffMember>().AsNoTracking().Where(s => s.Organisation == Linde && s.Person == person).OrderByDescending(s => s.From).FirstAsync());

    internal static async Task<IHtmlDocument> Gives(HttpBrowser browser, string path, Role role, string jobTitle = "medewerker")
        => await browser.Submit(await browser.Get(path), "form:has([name=rol])", ("rol", role.ToString()), ("functie", jobTitle));

    internal static async Task<IHtmlDocument> Ends(HttpBrowser browser, string path) => await browser.Submit(await browser.Get($"{path}/stoppen"), "form:has(.button--warning)");

    internal static async Task<IHtmlDocument> Blocks(HttpBrowser browser, string path) => await browser.Submit(await browser.Get($"{path}/blokkeren"), "main form");

    internal async Task<IHtmlDocument> Invites(HttpBrowser browser, string mail, Role role = Role.Professional, string name = "Sanne Bakker", string jobTitle = "wijkverpleegkundige")
        => await browser.Submit(await browser.Get($"{Path}/nieuw"), "main form", ("naam", name), ("email", mail), ("rol", role.ToString()), ("functie", jobTitle));

    /// <summary>The link in the latest invitation to an address.</summary>
    internal async Task<string> Link(string mail) => (await _app.NoticesIn(Linde.Office, mail)).Last(n => n.Kind == NoticeKind.Invitation).Variables["path"];
}
