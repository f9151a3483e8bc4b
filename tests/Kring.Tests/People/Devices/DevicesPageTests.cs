using Kring.Tests.Support;

namespace Kring.Tests.People.Devices;

/// <summary>"Mijn apparaten" shows where somebody is signed in, and ends what should not be there.</summary>
public sealed class DevicesPageTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task It_lists_the_sessions_and_says_which_is_this_one()
    {
        var annie = await _world.Person("Annie de Vries");
        using var here = await _world.SignedIn(annie);
        using var there = await _world.SignedIn(annie);

        var page = await here.Get("/mijn/apparaten");

        Assert.Equal(2, page.QuerySelectorAll("[data-session]").Length);
        Assert.Contains("Dit apparaat", page.QuerySelector("[data-session]")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("[data-session] form"));
        Assert.Contains("Er zijn geen apparaten die wij onthouden", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_session_is_signed_out_at_its_next_request()
    {
        var annie = await _world.Person("Annie de Vries");
        using var here = await _world.SignedIn(annie);
        using var there = await _world.SignedIn(annie);

        await here.Submit(await here.Get("/mijn/apparaten"), "[data-session] form");

        Assert.False(await there.IsSignedIn());
        Assert.True(await here.IsSignedIn());
    }

    [Fact]
    public async Task All_others_are_signed_out_and_forgotten_and_this_one_stays()
    {
        var annie = await _world.Person("Annie de Vries", "kwijt@kring.example");
        using var lostKey = new SoftwareDevice();
        using var ownKey = new SoftwareDevice();
        using var lost = app.NewBrowser();
        await lost.SignIn(app, annie, "kwijt@kring.example", lostKey.Remember("Kwijt"));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        using var own = app.NewBrowser();
        await own.SignIn(app, annie, "kwijt@kring.example", ownKey.Remember("Eigen"));

        await own.Submit(await own.Get("/mijn/apparaten"), "form:has(.button--warning)");

        Assert.False(await lost.IsSignedIn());
        Assert.True(await own.IsSignedIn());
        Assert.Contains("Eigen", (await own.Get("/mijn/apparaten")).QuerySelectorAll("[data-device]").Single().TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_session_cannot_be_ended()
    {
        using var annie = await _world.SignedIn(await _world.Person("Annie de Vries"));
        var wim = await _world.Person("Wim Bos");
        using var wims = await _world.SignedIn(wim);
        using var wimsOther = await _world.SignedIn(wim);
        var handler = (await wims.Get("/mijn/apparaten")).QuerySelector("[data-session] form [name=_handler]")!.GetAttribute("value")!;

        await annie.Submit(await annie.Get("/mijn/apparaten"), "form:has(.button--warning)", ("_handler", handler));

        Assert.True(await wimsOther.IsSignedIn());
    }
}
