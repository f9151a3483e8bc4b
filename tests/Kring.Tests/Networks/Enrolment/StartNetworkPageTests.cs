using System.Net;
using Kring.Access;
using Kring.Networks;
using Kring.Tests.Support;

namespace Kring.Tests.Networks.Enrolment;

public sealed class StartNetworkPageTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task A_coordinator_starts_a_network_and_the_client_is_invited()
    {
        var marieke = await Coordinator();
        using var browser = await _world.SignedIn(marieke);
        var form = await browser.Get("/netwerken/nieuw");

        var check = await browser.Submit(form, "main form", Answers("Íris van den IJssel", "iris@kring.example"));
        var changes = check.QuerySelectorAll("button[formaction]").Select(b => b.GetAttribute("formaction")!).ToList();
        Assert.Equal(["naam", "geboren", "account", "contact", "grondslag", "document", "documentdatum"], changes.Select(c => c["/netwerken/nieuw#".Length..]));
        Assert.All(changes, change => Assert.NotNull(form.QuerySelector(change["/netwerken/nieuw".Length..])));
        Assert.Contains("9 maart 1944", check.Body!.TextContent, StringComparison.Ordinal);
        await browser.Submit(check, "main form", ("stap", "start"));
        var people = await browser.Visit(browser.Last!.Headers.Location!.ToString());

        var text = people.Body!.TextContent;
        Assert.Contains("Het netwerk is gestart", text, StringComparison.Ordinal);
        Assert.Contains("Íris van den IJssel", text, StringComparison.Ordinal);
        Assert.Contains("Nog 7 dagen open", text, StringComparison.Ordinal);
        Assert.Contains("wijkverpleegkundige bij Thuiszorg De Linde, sinds vandaag", text, StringComparison.Ordinal);
        Assert.Contains("Behandelovereenkomst", text, StringComparison.Ordinal);
        Assert.StartsWith("/uitnodiging/", await app.InvitationFor(NetworkIn(browser).Compartment, "iris@kring.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_the_form_twice_gives_one_network()
    {
        var marieke = await Coordinator();
        using var browser = await _world.SignedIn(marieke);
        var check = await browser.Submit(await browser.Get("/netwerken/nieuw"), "main form", Answers("Dubbele Dirk"));

        await browser.Submit(check, "main form", ("stap", "start"));
        var first = NetworkIn(browser);
        await browser.Submit(check, "main form", ("stap", "start"));

        Assert.Equal(first, NetworkIn(browser));
        Assert.Single((await browser.Get("/?alle=1")).QuerySelectorAll(".card"));
    }

    [Fact]
    public async Task Two_at_once_of_the_same_form_give_one_network()
    {
        var marieke = await Coordinator();
        using var one = await _world.SignedIn(marieke);
        using var two = await _world.SignedIn(marieke);
        var key = Guid.CreateVersion7().ToString();
        var (first, second) = (await one.Get("/netwerken/nieuw"), await two.Get("/netwerken/nieuw"));

        await Task.WhenAll(one.Submit(first, "main form", [.. Answers("Snelle Sien", step: "start"), ("sleutel", key)]), two.Submit(second, "main form", [.. Answers("Snelle Sien", step: "start"), ("sleutel", key)]));

        Assert.Equal(NetworkIn(one), NetworkIn(two));
    }

    [Fact]
    public async Task Only_coordinators_find_the_form()
    {
        var linde = await _world.Organisation();
        var els = await _world.Person("Els");
        await _world.Works(els, linde, Role.Professional, "Els");
        using var browser = await _world.SignedIn(els);

        await browser.Get("/netwerken/nieuw");

        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task Without_a_valid_agreement_the_page_says_so_and_there_is_no_form()
    {
        var old = await _world.Organisation("Verlopen", agreement: false);
        var els = await _world.Person("Els");
        await _world.Works(els, old, Role.Coordinator, "Els");
        using var browser = await _world.SignedIn(els);

        var page = await browser.Get("/netwerken/nieuw");

        Assert.Contains("geen geldige samenwerkingsovereenkomst", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task An_empty_form_gives_a_sentence_per_field_and_nothing_has_a_default()
    {
        using var browser = await _world.SignedIn(await Coordinator());

        var page = await browser.Submit(await browser.Get("/netwerken/nieuw"), "main form", ("stap", "controleer"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal(["#naam", "#geboren", "#account", "#contact", "#grondslag", "#document", "#documentdatum"], page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_birth_date_that_cannot_be_and_a_document_of_tomorrow_are_refused_and_kept()
    {
        using var browser = await _world.SignedIn(await Coordinator());
        var tomorrow = app.Clock.GetUtcNow().AddDays(2);
        (string, string)[] wrong = [("geboren.Day", "31"), ("geboren.Month", "2"), ("geboren.Year", "1944"), ("documentdatum.Day", $"{tomorrow.Day}"), ("documentdatum.Month", $"{tomorrow.Month}"), ("documentdatum.Year", $"{tomorrow.Year}")];

        var page = await browser.Submit(await browser.Get("/netwerken/nieuw"), "main form", [.. Answers("Annie").Where(a => wrong.All(w => w.Item1 != a.Item1)), .. wrong]);

        Assert.Equal(["#geboren", "#documentdatum"], page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal("31", page.QuerySelector("#geboren")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_coordinator_cannot_be_the_client_of_their_own_form()
    {
        var marieke = await Coordinator("marieke.zelf@kring.example");
        using var browser = await _world.SignedIn(marieke);

        var page = await browser.Submit(await browser.Get("/netwerken/nieuw"), "main form", Answers("Annie", "marieke.zelf@kring.example", "start"));

        Assert.Contains("Dit is uw eigen e-mailadres", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<PersonId> Coordinator(string? mail = null)
    {
        var marieke = await _world.Person("Marieke Visser", mail);
        await _world.Works(marieke, await _world.Organisation(), Role.Coordinator, "Marieke Visser", "wijkverpleegkundige");
        return marieke;
    }

    private static NetworkId NetworkIn(HttpBrowser browser)
        => new(Guid.Parse((browser.Last!.Headers.Location?.ToString() ?? browser.Last.RequestMessage!.RequestUri!.AbsolutePath).Split("/netwerken/")[1].Split('/')[0]));

    internal static (string, string)[] Answers(string name, string? mail = null, string step = "controleer") =>
    [
        ("naam", name), ("geboren.Day", "9"), ("geboren.Month", "3"), ("geboren.Year", "1944"), ("account", mail is null ? "geen" : "mail"), ("mail", mail ?? ""), ("contact", "Telephone"),
        ("grondslag", "TreatmentAgreement"), ("document", "BO-2026-17"), ("documentdatum.Day", "1"), ("documentdatum.Month", "11"), ("documentdatum.Year", "2025"), ("stap", step),
    ];
}
