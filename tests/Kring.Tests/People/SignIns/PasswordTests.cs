using System.Net;
using Kring.People;
using Kring.People.Accounts;
using Kring.Tests.Support;
using Microsoft.AspNetCore.Identity;

namespace Kring.Tests.People.SignIns;

/// <summary>The first step of signing in tells nobody who has an account.</summary>
public sealed class PasswordTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task The_right_password_in_an_unknown_browser_asks_for_a_code_and_makes_no_session()
    {
        await _world.Person("Annie de Vries", "annie@kring.example");
        using var browser = app.NewBrowser();

        await browser.GivePassword(" Annie@Kring.example ");

        Assert.Equal("/inloggen/code", browser.Path());
        Assert.Null(browser.Cookie("kring"));
        Assert.False(await browser.IsSignedIn());
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        await _world.Person("Joke de Vries", "joke@kring.example");
        using var browser = app.NewBrowser();

        var unknown = await browser.GivePassword("niemand@kring.example", "zomaar iets anders");
        var unknownStatus = browser.Last!.StatusCode;
        var unknownHeaders = HeaderNames(browser);
        var wrong = await browser.GivePassword("joke@kring.example", "zomaar iets anders");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknownStatus);
        Assert.Equal(unknownStatus, browser.Last!.StatusCode);
        Assert.Equal(unknownHeaders, HeaderNames(browser));
        Assert.Equal(unknown.QuerySelector(".govuk-error-summary")!.TextContent, wrong.QuerySelector(".govuk-error-summary")!.TextContent);
        Assert.Equal("joke@kring.example", wrong.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Null(wrong.QuerySelector("#wachtwoord")!.GetAttribute("value"));
        Assert.StartsWith("Fout:", wrong.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_address_costs_the_same_comparison_as_a_wrong_password()
    {
        var hasher = new RecordingHasher();
        var passwords = new Passwords(hasher);
        var account = new Account { Person = default, Compartment = default, MailIndex = default, PasswordHash = passwords.Hash(World.Password), PasswordSetAt = default, MadeAt = default };

        Assert.Equal(PasswordVerificationResult.Failed, passwords.Compare(account, "fout wachtwoord"));
        Assert.Equal(PasswordVerificationResult.Failed, passwords.Compare(null, "fout wachtwoord"));

        // The header of a hash holds its algorithm, rounds and salt size: what the comparison costs.
        var (known, unknown) = (hasher.Compared[0], hasher.Compared[1]);
        Assert.Equal(2, hasher.Compared.Count);
        Assert.Equal((known.Password, Convert.FromBase64String(known.Hash).Length), (unknown.Password, Convert.FromBase64String(unknown.Hash).Length));
        Assert.Equal(Convert.FromBase64String(known.Hash)[..13], Convert.FromBase64String(unknown.Hash)[..13]);
        Assert.NotEqual(known.Hash, unknown.Hash);
    }

    [Fact]
    public async Task What_is_missing_is_named_and_nothing_typed_is_lost()
    {
        using var browser = app.NewBrowser();

        var page = await browser.GivePassword("annie@kring.example", string.Empty);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal("Vul uw wachtwoord in", page.QuerySelector(".govuk-error-summary li")!.TextContent);
        Assert.Equal("annie@kring.example", page.QuerySelector("#email")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/mijn/gegevens", "/inloggen/code?terug=%2Fmijn%2Fgegevens")]
    [InlineData("https://elders.example/", "/inloggen/code")]
    [InlineData("//elders.example/", "/inloggen/code")]
    [InlineData("/\\elders.example", "/inloggen/code")]
    public async Task Somebody_goes_on_where_they_were_but_never_to_another_site(string back, string next)
    {
        await _world.Person("Wim Bos", $"wim{next.Length}{back.Length}@kring.example");
        using var browser = app.NewBrowser();

        await browser.GivePassword($"wim{next.Length}{back.Length}@kring.example", path: "/inloggen?terug=" + Uri.EscapeDataString(back));

        Assert.Equal(next, browser.Path());
    }

    [Theory]
    [InlineData("' or 1=1 --")]
    [InlineData("a\u202Eb@kring.example")]
    [InlineData("<script>alert(1)</script>@kring.example")]
    public async Task Odd_input_is_just_a_wrong_address(string mail)
    {
        using var browser = app.NewBrowser();

        var page = await browser.GivePassword(mail, new string('x', 100_000));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    private static string HeaderNames(HttpBrowser browser) => string.Join(',', browser.Last!.Headers.Select(h => h.Key).Order(StringComparer.Ordinal));

    private sealed class RecordingHasher : PasswordHasher<Account>
    {
        internal List<(string Hash, string Password)> Compared { get; } = [];

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Compared.Add((hashedPassword, providedPassword));
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
