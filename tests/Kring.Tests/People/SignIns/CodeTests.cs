using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.Tests.Support;

namespace Kring.Tests.People.SignIns;

/// <summary>The code from the mail: six digits, ten minutes, five tries, the newest only, once, in one browser.</summary>
public sealed class CodeTests(KringApp app) : IClassFixture<KringApp>
{
    private static int _people;
    private readonly World _world = new(app);

    [Fact]
    public async Task The_right_code_signs_in_also_with_spaces_and_a_hyphen()
    {
        var (annie, mail) = await Somebody();
        using var browser = app.NewBrowser();
        await browser.AskForCode(mail);
        var code = await app.LastCode(annie);

        await browser.GiveCode($" {code[..3]} - {code[3..]} ");

        Assert.Equal("/", browser.Path());
        Assert.True(await browser.IsSignedIn());
    }

    [Fact]
    public async Task The_mail_holds_the_code_and_is_worthless_once_the_code_is()
    {
        var (annie, mail) = await Somebody();
        using var browser = app.NewBrowser();

        await browser.AskForCode(mail);

        var notice = await app.LastNotice(annie);
        Assert.Equal((NoticeKind.LoginCode, mail), (notice.Kind, notice.Address));
        Assert.Matches("^[0-9]{6}$", notice.Variables["code"]);
        Assert.Equal("nl", notice.Variables["language"]);
        Assert.InRange(notice.UselessAfter!.Value - app.Clock.GetUtcNow(), TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_fails_and_a_new_one_works()
    {
        var (annie, mail) = await Somebody();
        using var browser = app.NewBrowser();
        await browser.AskForCode(mail);
        var right = await app.LastCode(annie);

        for (var i = 0; i < 6; i++)
        {
            await browser.GiveCode(OtherThan(right));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        }

        var page = await browser.GiveCode(right);
        Assert.Contains("Vraag een nieuwe code aan", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.False(await browser.IsSignedIn());

        await browser.Submit(await browser.Get("/inloggen/code"), "form:not(:has([name=code])):has([data-submit-guard])");
        await browser.GiveCode(await app.LastCode(annie));
        Assert.True(await browser.IsSignedIn());
    }

    [Fact]
    public async Task Of_a_hundred_guesses_in_parallel_at_most_five_are_looked_at()
    {
        var (annie, mail) = await Somebody();
        using var browser = app.NewBrowser();
        var page = await browser.AskForCode(mail);
        var right = await app.LastCode(annie);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            using var copy = app.NewBrowser();
            foreach (var cookie in new[] { "kring-inloggen", "kring-form" })
                copy.SetCookie(cookie, browser.Cookie(cookie)!);
            return (await copy.Submit(page, "form:has([name=code])", ("code", OtherThan(right, i)))).QuerySelector(".govuk-error-summary")?.TextContent ?? copy.Last!.StatusCode.ToString();
        }));

        Assert.InRange(answers.Count(a => a.Contains("klopt niet", StringComparison.Ordinal)), 1, 5);
        await browser.GiveCode(right);
        Assert.False(await browser.IsSignedIn());
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var (annie, mail) = await Somebody();
        using var browser = app.NewBrowser();
        var page = await browser.AskForCode(mail);
        var (code, attempt, form) = (await app.LastCode(annie), browser.Cookie("kring-inloggen")!, browser.Cookie("kring-form")!);
        await browser.GiveCode(code);

        using var replay = app.NewBrowser();
        replay.SetCookie("kring-inloggen", attempt);
        replay.SetCookie("kring-form", form);
        await replay.Submit(page, "form:has([name=code])", ("code", code));

        Assert.StartsWith("/inloggen?opnieuw", replay.Path(), StringComparison.Ordinal);
        Assert.False(await replay.IsSignedIn());
    }

    [Fact]
    public async Task A_code_is_refused_ten_minutes_and_a_second_later()
    {
        var (annie, mail) = await Somebody();
        using var browser = app.NewBrowser();
        await browser.AskForCode(mail);
        var code = await app.LastCode(annie);

        app.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        var page = await browser.GiveCode(code);

        Assert.Contains("werkt niet meer", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_newest_code_works()
    {
        var (annie, mail) = await Somebody();
        using var first = app.NewBrowser();
        await first.AskForCode(mail);
        var old = await app.LastCode(annie);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await first.Submit(await first.Get("/inloggen/code"), "form:not(:has([name=code])):has([data-submit-guard])");
        Assert.Equal("/inloggen/code?verstuurd=true", first.Path());
        var newer = await app.LastCode(annie);

        if (old != newer)
            await first.GiveCode(old);
        Assert.False(await first.IsSignedIn());

        app.Clock.Advance(TimeSpan.FromSeconds(1));
        using var second = app.NewBrowser();
        await second.AskForCode(mail);
        await first.GiveCode(newer);
        Assert.False(await first.IsSignedIn());
    }

    [Fact]
    public async Task A_code_is_worth_nothing_in_another_browser()
    {
        var (annie, mail) = await Somebody();
        var (other, otherMail) = await Somebody();
        using var browser = app.NewBrowser();
        using var elsewhere = app.NewBrowser();
        await browser.AskForCode(mail);
        await elsewhere.AskForCode(otherMail);

        await elsewhere.GiveCode(await app.LastCode(annie));

        Assert.False(await elsewhere.IsSignedIn());
        using var stranger = app.NewBrowser();
        await stranger.Get("/inloggen/code");
        Assert.Equal("/inloggen?opnieuw=true", stranger.Path());
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    [InlineData("١٢٣٤٥٦")]
    public async Task What_cannot_be_a_code_costs_no_try(string typed)
    {
        var (annie, mail) = await Somebody();
        using var browser = app.NewBrowser();
        await browser.AskForCode(mail);

        for (var i = 0; i < 6; i++)
            await browser.GiveCode(typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);

        await browser.GiveCode(await app.LastCode(annie));
        Assert.True(await browser.IsSignedIn());
    }

    private async Task<(PersonId, string)> Somebody()
    {
        var mail = $"iemand{Interlocked.Increment(ref _people)}@kring.example";
        return (await _world.Person("Annie de Vries", mail), mail);
    }

    private static string OtherThan(string code, int by = 0) => ((int.Parse(code, null) + 1 + by) % 1_000_000).ToString("D6", null);
}
