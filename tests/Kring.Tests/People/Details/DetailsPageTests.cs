using System.Net;
using Kring.People;
using Kring.Tests.Support;

namespace Kring.Tests.People.Details;

public sealed class DetailsPageTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task Name_and_phone_are_changed_and_shown_at_once()
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries", "details@kring.example"));

        await browser.Submit(await browser.Get("/mijn/gegevens"), "main form", ("naam", "  Annie   de Vries-Jansen "), ("telefoon", "0612345678"));

        Assert.Equal("/mijn/gegevens?opgeslagen=true", browser.Path());
        var page = await browser.Get("/mijn/gegevens?opgeslagen=true");
        Assert.Equal("Annie de Vries-Jansen", page.QuerySelector("#naam")!.GetAttribute("value"));
        Assert.Equal("06 12 34 56 78", page.QuerySelector("#telefoon")!.GetAttribute("value"));
        Assert.Contains("Annie de Vries-Jansen", page.QuerySelector(".shell-person__name")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("details@kring.example", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "Vul uw naam in, in hooguit 100 tekens")]
    [InlineData("Annie", "12345", "Vul een bestaand telefoonnummer in, zoals 06 12 34 56 78")]
    [InlineData("Annie", "bel mij maar", "Vul een bestaand telefoonnummer in, zoals 06 12 34 56 78")]
    public async Task What_cannot_be_is_refused_and_kept_in_the_form(string name, string phone, string words)
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries"));

        var page = await browser.Submit(await browser.Get("/mijn/gegevens"), "main form", ("naam", name), ("telefoon", phone));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal(words, page.QuerySelector(".govuk-error-summary li")!.TextContent);
        Assert.Equal(phone, page.QuerySelector("#telefoon")!.GetAttribute("value") ?? "");
    }

    [Theory]
    [InlineData("06-12345678", "+31612345678", "06 12 34 56 78")]
    [InlineData("+31 6 1234 5678", "+31612345678", "06 12 34 56 78")]
    [InlineData("(020) 624 11 11", "+31206241111", "020 624 1111")]
    [InlineData("0032 470 12 34 56", "+32470123456", "+32 470 12 34 56")]
    public void A_phone_number_is_read_in_every_usual_form(string typed, string kept, string shown)
    {
        Assert.Equal(kept, PhoneNumber.Read(typed));
        Assert.Equal(shown, PhoneNumber.Show(kept));
    }
}
