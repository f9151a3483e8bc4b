using System.Net;
using System.Text.Json;
using Kring.Access;
using Kring.Conversations.Notices;
using Kring.Delivery;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Conversations.Notices;

public sealed class TellReadersTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Everybody_else_who_may_read_it_gets_one_mail_until_they_have_read()
    {
        var stage = await Daytime();
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);
        await Settled(stage);
        Assert.Equal((0, 1, 1), (await Count(stage.Joke), await Count(stage.Ahmed), await Count(stage.Annie)));

        await TalkStage.Says(joke, path, "Nog iets");
        await Settled(stage);
        Assert.Equal(1, await Count(stage.Ahmed));

        await TalkStage.Says(ahmed, path, "Gelezen", ("knop", "gelezen"), ("gezien", "2"));
        await TalkStage.Says(joke, path, "En nog iets");
        await Settled(stage);
        Assert.Equal((2, 1), (await Count(stage.Ahmed), await Count(stage.Annie)));
    }

    [Fact]
    public async Task The_mail_says_nothing_but_that_something_is_there()
    {
        var stage = await Daytime();
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        await stage.Starts(ahmed, "Wondzorg", "Kanarie-tekst");
        await Settled(stage);

        using var reader = app.NewBrowser();
        var mail = await Patience.Until(async () =>
        {
            await reader.Get("/dev/outbox.json");
            return JsonDocument.Parse(await reader.Last!.Content.ReadAsStringAsync()).RootElement.EnumerateArray().Where(m => m.GetProperty("to").GetString() == $"{stage.Joke.Value:N}@kring.example").Select(m => m.ToString()).FirstOrDefault("");
        }, text => text.Length > 0);

        Assert.DoesNotContain("Kanarie", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Wondzorg", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Ahmed", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Linde", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_it_hears_nothing()
    {
        var stage = await Daytime();
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);

        await stage.Starts(ahmed, "Overleg", "x", ("wie", "professionals"));
        await Settled(stage);

        Assert.Equal((0, 0, 1), (await Count(stage.Annie), await Count(stage.Joke), await Count(stage.Marieke)));
    }

    [Theory]
    [InlineData("meteen")]
    [InlineData("dagelijks")]
    public async Task The_people_of_an_organisation_whose_basis_ended_hear_nothing(string when)
    {
        var stage = await Daytime();
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        await Choose(ahmed, when);
        await stage.Rows(db => db.Set<ParticipationBasis>().Where(b => b.Compartment == stage.Network.Compartment.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.EndedAt, app.Clock.GetUtcNow())));

        await stage.Starts(joke);
        await Settled(stage);

        Assert.Equal((0, 0, 1), (await Count(stage.Ahmed), await Count(stage.Marieke), await Count(stage.Annie)));
    }

    [Fact]
    public async Task Each_chooses_when_to_hear()
    {
        var stage = await Daytime();
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        await Choose(ahmed, "dagelijks");
        await Choose(marieke, "nooit");
        var path = await stage.Starts(joke);
        await TalkStage.Says(joke, path, "Nog iets");
        await Settled(stage);

        var digest = Assert.Single(await Notices(stage.Ahmed));
        Assert.Equal(new TimeOnly(17, 0), TimeOnly.FromDateTime(digest.DueAt.InAmsterdam().DateTime));
        Assert.Equal(0, await Count(stage.Marieke));
        Assert.Contains("uw keuze is opgeslagen", (await marieke.Get("/mijn/meldingen?bewaard=ja")).Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.True((await marieke.Get("/mijn/meldingen")).QuerySelector("[value=nooit]")!.HasAttribute("checked"));
    }

    [Theory]
    [InlineData("wanneer", "soms")]
    [InlineData("vanaf", "laat")]
    [InlineData("tot", "25:00")]
    public async Task A_choice_that_cannot_be_is_sent_back(string field, string value)
    {
        var stage = await Daytime();
        using var joke = await stage.World.SignedIn(stage.Joke);

        var page = await joke.Submit(await joke.Get("/mijn/meldingen"), "form:has([name=wanneer])", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, joke.Last!.StatusCode);
        Assert.NotNull(page.QuerySelector($".govuk-error-summary a[href='#{field}']"));
    }

    // Ten in the morning on some later day, so that no quiet hour gets in between.
    private async Task<TalkStage> Daytime()
    {
        var today = app.Clock.GetUtcNow().DutchDay();
        app.Clock.AdvanceTo(today.AddDays(1).StartInAmsterdam().AddHours(10));
        return await TalkStage.Set(app);
    }

    private static async Task Choose(HttpBrowser browser, string when)
    {
        await browser.Submit(await browser.Get("/mijn/meldingen"), "form:has([name=wanneer])", ("wanneer", when));
        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
    }

    private static async Task Settled(TalkStage stage)
        => await Patience.Until(() => stage.Rows(db => db.Set<WaitingNotice>().CountAsync(w => w.Compartment == stage.Network.Compartment.Id)), left => left == 0);

    private async Task<int> Count(PersonId person) => (await Notices(person)).Count;

    private Task<List<OutboxItem>> Notices(PersonId person)
        => app.In(async services => await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Kring.Data.AppDb>(services).Set<OutboxItem>().AsNoTracking()
            .Where(i => i.Compartment == person.Profile.Id && i.Kind == NoticeKind.NewMessages).ToListAsync());
}

internal static class Patience
{
    /// <summary>Asks until the answer is right, for ten seconds.</summary>
    internal static async Task<T> Until<T>(Func<Task<T>> ask, Func<T, bool> right)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await ask();
            if (right(answer) || tries == 200)
                return right(answer) ? answer : throw new TimeoutException($"It stayed {answer}.");
            await Task.Delay(50);
        }
    }
}
