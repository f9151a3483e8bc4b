using System.Text.RegularExpressions;
using Kring.Access;
using Kring.Access.Log;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Threads;
using Kring.Delivery;
using Kring.Networks;
using Kring.Networks.Bases;
using Kring.Networks.BreakGlass;
using Kring.Networks.Enrolment;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.People.MailedLinks;
using Kring.Platform;
using Kring.Tests.Networks;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Privacy;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Journeys;

/// <summary>Annie's network a month after its start, in which everything that a page can be about is there.</summary>
internal sealed partial class Home
{
    private readonly KringApp _app;
    private readonly Consenting _consenting;
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase) { ["audience"] = "zorgontvanger", ["number"] = "1", ["code"] = "429" };

    private Home(KringApp app, LockedNetwork network) => (_app, _consenting, Network) = (app, new Consenting(app), network);

    internal World World => _consenting.World;

    internal LockedNetwork Network { get; }

    internal PersonId Joke { get; private set; }

    internal PersonId Officer { get; private set; }

    internal PersonId Administrator { get; private set; }

    /// <summary>The question that waits for an answer.</summary>
    internal string Question => Network.Path($"toestemming/{_values["admission"]}");

    internal string Conversation => Network.Path($"berichten/{_values["conversation"]}");

    internal static async Task<Home> Set(KringApp app)
    {
        var home = new Home(app, await new Consenting(app).Network());
        await home.Seat();
        await home.Ask();
        await home.Talk();
        await home.Report();
        await home.Employ();
        return home;
    }

    /// <summary>The address of a route with something that exists for every name in it.</summary>
    internal string Fill(string route)
    {
        var path = route.StartsWith("/mijn/wie-keek/", StringComparison.Ordinal) ? route.Replace("{Entry", "{Mine", StringComparison.Ordinal) : route;
        path = path.EndsWith("/gemeld", StringComparison.Ordinal) ? path.Replace("{Entry", "{Reported", StringComparison.Ordinal).Replace("{Mine", "{MineReported", StringComparison.Ordinal) : path;
        path = path.EndsWith("/intrekken", StringComparison.Ordinal) ? path.Replace("{Admission", "{Given", StringComparison.Ordinal) : path;
        return Name().Replace(path, name => _values[name.Groups["name"].Value]);
    }

    private async Task Seat()
    {
        (_values["id"], _values["network"], _values["organisation"]) = (Network.Id.ToString(), Network.Id.ToString(), Network.Linde.ToString());
        Joke = await World.Person("Joke de Vries", "joke@kring.example");
        _values["membership"] = (await World.Joins(Network.Id, Joke, "Joke de Vries", Capacity.InformalCarer)).Value.ToString();
        var ahmed = await World.Person("Ahmed Yılmaz");
        await World.Works(ahmed, Network.Linde, Role.Professional, "Ahmed Yılmaz");
        await World.Joins(Network.Id, ahmed, "Ahmed Yılmaz", Capacity.Professional, "wijkverpleegkundige", Network.Linde);
        await _consenting.Representative(Network.Id, MandateKind.Mentor);
        _values["mandate"] = (await _consenting.Rows<Mandate>(Network.Id)).Single().Id.Value.ToString();
        _values["first"] = await World.InvitedTo(await World.Person("Bas van Leeuwen"));
        await RecordBases();
        Officer = await World.Person("Fatima el Idrissi");
        await World.Works(Officer, Network.Linde, Role.DataProtectionOfficer, "Fatima el Idrissi", "functionaris gegevensbescherming");
    }

    /// <summary>Two organisations more: one by consent, and one whose basis ended.</summary>
    private async Task RecordBases()
    {
        foreach (var name in (string[])["Huisartsenpraktijk Van den Berg-IJsselstein", "Fysiotherapie Beweeg"])
        {
            var organisation = await World.Organisation(name);
            var basis = new RecordedBasis(BasisKind.WrittenConsent, "Toestemming van 1 februari, map 12", new DateOnly(2026, 2, 1));
            await _app.Acts(services => services.GetRequiredService<RecordBasis>().Run(Actor.Arriving(Network.Marieke), Network.Id, organisation, basis, default));
            var id = (await _consenting.Rows<ParticipationBasis>(Network.Id)).Single(b => b.Organisation == organisation).Id;
            if (_values.ContainsKey("basis"))
                await _app.Acts(services => services.GetRequiredService<EndBasis>().Run(Actor.Arriving(Network.Marieke), Network.Id, id, "De behandeling is klaar.", default));
            else
                _values["basis"] = id.Value.ToString();
        }
    }

    private async Task Ask()
    {
        _values["given"] = (await _consenting.Asks(Network.Id, Network.Marieke)).Value.ToString();
        using var annie = await World.SignedIn(Network.Annie);
        await annie.Submit(await annie.Get(Network.Path($"toestemming/{_values["given"]}")), "main form", ("antwoord", "ja"));
        _values["secret"] = (await _app.InvitationFor(Network.Id.Compartment, "ineke@kring.example")).Split('/')[^1];
        _values["admission"] = (await _consenting.Asks(Network.Id, Network.Marieke, "Cor van den IJssel", "cor@kring.example", Capacity.InformalCarer)).Value.ToString();
    }

    private async Task Talk()
    {
        _values["conversation"] = await Starts(Network.Annie, "Wie gaat er mee naar de oogarts?", "Dinsdag om tien uur in Zutphen. Ik ga liever niet alleen.\n\nKijk op https://www.voorbeeldziekenhuis-met-een-hele-lange-naam.nl/afspraken/oogheelkunde voor het adres.");
        await Starts(Joke, "Boodschappen voor het weekend", "Wie brengt de boodschappen?");
        using var joke = await World.SignedIn(Joke);
        (_values["photo"], _values["file"]) = await Kring.Tests.Conversations.Attachments.Sending.Files(_app, Joke, Network.Id, _values["conversation"]);
        await Kring.Tests.Conversations.TalkStage.Says(joke, Conversation, "Ik ga mee, mam. Ik ben er om half tien. 🌷", ("antwoord", "1"));
    }

    private async Task<string> Starts(PersonId person, string subject, string text) => await _app.Acts(async services => (await services.GetRequiredService<StartConversation>().Run(
        Actor.Arriving(person), Network.Id, subject, Audience.Everyone, new NewMessage(Guid.CreateVersion7(), text), default)).Conversation!.Value.Value.ToString());

    /// <summary>Somebody looked, at the network and at Annie's own details; she reports one of each.</summary>
    private async Task Report()
    {
        var now = _app.Clock.Moment();
        foreach (var compartment in (CompartmentRef[])[Network.Id.Compartment, Network.Annie.Profile])
            await new PrivacyStage(_app).Log(compartment, Network.Marieke, [now.AddDays(-3), now.AddDays(-2)]);
        (_values["reported"], _values["entry"]) = await Entries(Network.Id.Compartment);
        (_values["minereported"], _values["mine"]) = await Entries(Network.Annie.Profile);
        using var annie = await World.SignedIn(Network.Annie);
        foreach (var page in (string[])[Network.Path($"wie-keek/{_values["reported"]}/melden"), $"/mijn/wie-keek/{_values["minereported"]}/melden"])
            await annie.Submit(await annie.Get(page), "main form");
        using var officer = await World.SignedIn(Officer);
        _values["emergency"] = await BreaksTheGlass();
        _values["report"] = (await officer.Get("/privacybalie")).QuerySelector(".card__link")!.GetAttribute("href")!.Split('/')[^1];
    }

    private async Task<string> BreaksTheGlass()
    {
        var sanne = await World.Person("Sanne Bakker");
        await World.Works(sanne, Network.Linde, Role.Professional, "Sanne Bakker");
        await _app.Acts(services => services.GetRequiredService<OpenInEmergency>().Run(
            Actor.Arriving(sanne), "Sanne Bakker", "Annie de Vries", new DateOnly(1944, 3, 9), "Mevrouw is gevallen en haar eigen verpleegkundige is ziek.", default));
        return (await _app.InDatabase(db => db.Set<EmergencyReview>().OrderByDescending(r => r.From).Select(r => r.Id).FirstAsync())).Value.ToString();
    }

    /// <summary>Somebody is invited to work for De Linde, and Annie forgot her password.</summary>
    private async Task Employ()
    {
        Administrator = await World.Person("Bas van Leeuwen");
        await World.Works(Administrator, Network.Linde, Role.FunctionalAdministrator, "Bas van Leeuwen", "functioneel beheerder");
        await World.Works(Administrator, await World.Organisation("Zorg Elders"), Role.Director, "Bas van Leeuwen", "bestuurder");
        using var bas = await World.SignedIn(Administrator);
        var staff = $"/medewerkers/{Network.Linde}";
        await bas.Submit(await bas.Get($"{staff}/nieuw"), "main form", ("naam", "Sanne Bakker"), ("email", "sanne@delinde.example"), ("rol", "Professional"), ("functie", "wijkverpleegkundige"));
        var page = await bas.Get(staff);
        _values["invitation"] = page.QuerySelector("a[href$='/intrekken']")!.GetAttribute("href")!.Split('/')[^2];
        _values["member"] = page.QuerySelectorAll($"a[href^='{staff}/']").Select(a => a.GetAttribute("href")!.Split('/')[^1]).First(id => Guid.TryParse(id, out _) && id != _values["invitation"]);
        _values["work"] = (await _app.InvitationFor(Network.Linde.Office, "sanne@delinde.example")).Split('/')[^1];
        await _app.In(async services =>
        {
            foreach (var sort in Enum.GetValues<LinkSort>())
                await services.GetRequiredService<SendLink>().Run(new LinkAsked(sort, "joke@kring.example", "nl"), default);
            return true;
        });
        _values["link"] = (await _app.Notices(Joke)).Last(n => n.Kind == NoticeKind.PasswordLink).Variables["path"].Split('/')[^1];
        _values["signinlink"] = (await _app.LastNotice(Joke)).Variables["path"].Split('/')[^1];
    }

    private async Task<(string First, string Second)> Entries(CompartmentRef compartment)
    {
        var ids = await _app.InDatabase(db => db.Set<AccessEntry>().Where(e => e.Compartment == compartment.Id && e.Person == Network.Marieke && e.ObjectType == "conversation").OrderBy(e => e.At).Select(e => e.Id).Take(2).ToListAsync());
        return (ids[0].ToString(), ids[1].ToString());
    }

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
