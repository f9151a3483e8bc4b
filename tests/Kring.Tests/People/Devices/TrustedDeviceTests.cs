using Kring.Access;
using Kring.Tests.Support;

namespace Kring.Tests.People.Devices;

/// <summary>A trusted device needs no code for one calendar month: the cookie says which it is, its key proves it.</summary>
public sealed class TrustedDeviceTests(KringApp app) : IClassFixture<KringApp>
{
    private static int _people;
    private readonly World _world = new(app);

    [Fact]
    public async Task A_remembered_device_signs_in_without_a_code()
    {
        var (annie, mail) = await Somebody();
        using var device = new SoftwareDevice();
        using var browser = await Remembered(annie, mail, device);
        var mails = (await app.Notices(annie)).Count;

        await SignInAgain(browser, mail, device);

        Assert.Equal("/", browser.Path());
        Assert.True(await browser.IsSignedIn());
        Assert.Equal(mails, (await app.Notices(annie)).Count);
    }

    [Fact]
    public async Task Trust_lasts_a_calendar_month_from_the_code_and_use_does_not_extend_it()
    {
        var (annie, mail) = await Somebody();
        using var device = new SoftwareDevice();
        using var browser = await Remembered(annie, mail, device);
        var until = Kring.Platform.Instants.InAmsterdam(app.Clock.GetUtcNow()).AddMonths(1).DateTime;

        app.Clock.AdvanceTo(new DateTimeOffset(until, Kring.Platform.Instants.Amsterdam.GetUtcOffset(until)).AddSeconds(-20));
        await SignInAgain(browser, mail, device);
        Assert.True(await browser.IsSignedIn());
        await SignOut(browser);

        app.Clock.Advance(TimeSpan.FromSeconds(21));
        await browser.GivePassword(mail);
        Assert.Equal("/inloggen/code", browser.Path());
    }

    [Fact]
    public async Task A_device_of_somebody_else_asks_for_a_code()
    {
        var (annie, mail) = await Somebody();
        var (_, otherMail) = await Somebody();
        using var device = new SoftwareDevice();
        using var browser = await Remembered(annie, mail, device);

        await browser.GivePassword(otherMail);

        Assert.Equal("/inloggen/code", browser.Path());
    }

    [Fact]
    public async Task Two_people_with_one_tablet_are_both_remembered()
    {
        var (annie, mail) = await Somebody();
        var (wim, wimsMail) = await Somebody();
        using var device = new SoftwareDevice();
        using var browser = await Remembered(annie, mail, device);
        await browser.SignIn(app, wim, wimsMail, device.Remember());
        await SignOut(browser);

        await SignInAgain(browser, mail, device);
        Assert.True(await browser.IsSignedIn());
        await SignOut(browser);
        await SignInAgain(browser, wimsMail, device);
        Assert.True(await browser.IsSignedIn());
    }

    [Fact]
    public async Task A_copied_cookie_without_the_key_asks_for_a_code()
    {
        var (annie, mail) = await Somebody();
        using var device = new SoftwareDevice();
        using var thief = app.NewBrowser();
        using (var browser = await Remembered(annie, mail, device))
            thief.SetCookie("kring-apparaat", browser.Cookie("kring-apparaat")!);
        using var other = new SoftwareDevice();

        await SignInAgain(thief, mail, other);

        Assert.Equal("/inloggen/code", thief.Path());
        Assert.False(await thief.IsSignedIn());
    }

    [Fact]
    public async Task Without_scripts_the_button_leads_to_a_code()
    {
        var (annie, mail) = await Somebody();
        using var device = new SoftwareDevice();
        using var browser = await Remembered(annie, mail, device);
        await browser.GivePassword(mail);

        await browser.Submit(await browser.Get("/inloggen/apparaat"), "main form");

        Assert.Equal("/inloggen/code", browser.Path());
        await browser.GiveCode(await app.LastCode(annie));
        Assert.True(await browser.IsSignedIn());
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!!")]
    [InlineData("AAAA")]
    [InlineData("....................")]
    public async Task Whatever_is_posted_as_a_proof_leads_to_a_code_and_never_to_a_fault(string proof)
    {
        var (annie, mail) = await Somebody();
        using var device = new SoftwareDevice();
        using var browser = await Remembered(annie, mail, device);
        await browser.GivePassword(mail);

        await browser.Submit(await browser.Get("/inloggen/apparaat"), "main form", ("handtekening", proof));

        Assert.Equal("/inloggen/code", browser.Path());
    }

    [Fact]
    public async Task One_altered_byte_in_signature_or_cookie_asks_for_a_code()
    {
        var (annie, mail) = await Somebody();
        using var device = new SoftwareDevice();
        using var browser = await Remembered(annie, mail, device);
        await browser.GivePassword(mail);
        var page = await browser.Get("/inloggen/apparaat");
        var signature = Convert.FromBase64String(device.Sign(page));
        signature[10] ^= 1;
        await browser.Submit(page, "main form", ("handtekening", Convert.ToBase64String(signature)));
        Assert.Equal("/inloggen/code", browser.Path());

        var cookie = browser.Cookie("kring-apparaat")!;
        using var altered = app.NewBrowser();
        altered.SetCookie("kring-apparaat", (cookie[0] == 'A' ? 'B' : 'A') + cookie[1..]);
        await altered.GivePassword(mail);
        Assert.Equal("/inloggen/code", altered.Path());
    }

    [Fact]
    public async Task A_challenge_is_signed_once()
    {
        var (annie, mail) = await Somebody();
        using var device = new SoftwareDevice();
        using var browser = await Remembered(annie, mail, device);
        await browser.GivePassword(mail);
        var page = await browser.Get("/inloggen/apparaat");
        await browser.Submit(page, "main form", ("handtekening", "AAAA"));

        await browser.Submit(page, "main form", ("handtekening", device.Sign(page)));

        Assert.Equal("/inloggen/code", browser.Path());
        Assert.False(await browser.IsSignedIn());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("-")]
    [InlineData("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE")]
    public async Task Without_a_proper_key_somebody_signs_in_and_is_not_remembered(string? key)
    {
        var (annie, mail) = await Somebody();
        using var browser = app.NewBrowser();

        await browser.SignIn(app, annie, mail, [("onthoud", "true"), .. key is null ? Array.Empty<(string, string)>() : [("sleutel", key)]]);

        Assert.True(await browser.IsSignedIn());
        Assert.Null(browser.Cookie("kring-apparaat"));
    }

    [Fact]
    public async Task A_forgotten_device_is_out_at_its_next_request_and_is_asked_for_a_code()
    {
        var (annie, mail) = await Somebody();
        using var device = new SoftwareDevice();
        using var browser = app.NewBrowser();
        await browser.SignIn(app, annie, mail, device.Remember("Telefoon van Annie"));
        using var elsewhere = await _world.SignedIn(annie);
        var page = await elsewhere.Get("/mijn/apparaten");
        Assert.Contains("Telefoon van Annie", page.QuerySelector("[data-device]")!.TextContent, StringComparison.Ordinal);

        await elsewhere.Submit(page, "[data-device] form");

        Assert.Equal("/mijn/apparaten?gelukt=true", elsewhere.Path());
        Assert.False(await browser.IsSignedIn());
        Assert.True(await elsewhere.IsSignedIn());
        await browser.GivePassword(mail);
        Assert.Equal("/inloggen/code", browser.Path());
    }

    private async Task<HttpBrowser> Remembered(PersonId person, string mail, SoftwareDevice device)
    {
        var browser = app.NewBrowser();
        await browser.SignIn(app, person, mail, device.Remember());
        await SignOut(browser);
        return browser;
    }

    private static async Task SignInAgain(HttpBrowser browser, string mail, SoftwareDevice device)
    {
        await browser.GivePassword(mail);
        Assert.Equal("/inloggen/apparaat", browser.Path());
        var page = await browser.Get("/inloggen/apparaat");
        await browser.Submit(page, "main form", ("handtekening", device.Sign(page)));
    }

    private static async Task SignOut(HttpBrowser browser)
    {
        await browser.Submit(await browser.Get("/mijn"), "form[action='/uitloggen']");
        Assert.Equal("/inloggen?uit=true", browser.Path());
    }

    private async Task<(PersonId, string)> Somebody()
    {
        var mail = $"apparaat{Interlocked.Increment(ref _people)}@kring.example";
        return (await _world.Person("Annie de Vries", mail), mail);
    }
}
