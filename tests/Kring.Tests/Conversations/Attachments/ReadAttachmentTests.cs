using System.Net;
using Kring.Access.Log;
using Kring.Networks.Participation;
using Kring.Tests.Support;

namespace Kring.Tests.Conversations.Attachments;

/// <summary>Who gets a photo or a file, and what the log says of it.</summary>
public sealed class ReadAttachmentTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Whoever_may_not_read_the_conversation_gets_nothing_and_it_is_in_the_log()
    {
        var stage = await TalkStage.Set(app);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(ahmed, "Overleg", "Kijk", ("wie", "professionals"));
        var addresses = await Addresses(stage, ahmed, path);

        await Nothing(stage, stage.Joke, addresses, "OutsideAudience");
        await Nothing(stage, await stage.World.Person("Vreemde"), addresses, "NoRelation");
        Assert.All(await Statuses(app.NewBrowser(), addresses), status => Assert.NotEqual(HttpStatusCode.OK, status));
        await stage.Leaves(stage.Ahmed);
        await Nothing(stage, stage.Ahmed, addresses, "NotAuthorised");
    }

    [Fact]
    public async Task Another_conversation_or_network_or_kind_does_not_lead_there()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var (path, other) = (await stage.Starts(joke), await stage.Starts(joke, "Iets anders"));
        var addresses = await Addresses(stage, joke, path);
        var elsewhere = await TalkStage.Set(app);
        await elsewhere.World.Joins(elsewhere.Network, stage.Joke, "Joke", Capacity.InformalCarer);

        await Nothing(stage, stage.Joke, [.. addresses.Select(a => a.Replace(path.Split('/')[^1], other.Split('/')[^1], StringComparison.Ordinal))], "NoSuchAttachment");
        var photo = addresses[0];
        await Nothing(stage, stage.Joke, [photo.Replace("/foto/", "/bestand/", StringComparison.Ordinal), $"{path}/foto/{addresses[3].Split('/')[^1]}/groot", $"{path}/foto/{Guid.CreateVersion7()}/klein"], "NoSuchAttachment");
        Assert.All(await Statuses(joke, [.. addresses.Select(a => a.Replace(stage.Network.ToString(), elsewhere.Network.ToString(), StringComparison.Ordinal))]), status => Assert.Equal(HttpStatusCode.NotFound, status));
    }

    [Fact]
    public async Task What_was_sent_before_somebody_came_is_not_theirs()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var before = await Addresses(stage, joke, path);
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        var sanne = await stage.World.Person("Sanne");
        await stage.World.Joins(stage.Network, sanne, "Sanne", Capacity.InformalCarer, historyFrom: app.Clock.GetUtcNow());
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        await joke.Sends(path, "En nu", [Sending.Photo()], ("antwoord", "2"));
        using var newcomer = await stage.World.SignedIn(sanne);

        await Nothing(stage, sanne, before, "NoSuchAttachment");
        var page = await newcomer.Get(path);
        Assert.Single(page.QuerySelectorAll(".attachments__photo"));
        Assert.Equal(HttpStatusCode.OK, await newcomer.Status(Sending.PhotoIn(page, "#bericht-3") + "/groot"));
    }

    [Fact]
    public async Task Who_looked_says_it_in_plain_words_and_small_photos_stand_with_the_reading()
    {
        var stage = await TalkStage.Set(app);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(ahmed);
        var addresses = await Addresses(stage, ahmed, path);
        using var joke = await stage.World.SignedIn(stage.Joke);
        await joke.Get(path);
        for (var times = 0; times < 3; times++)
            await joke.Bytes(addresses[2]);
        await joke.Bytes(addresses[1]);
        await joke.Bytes(addresses[3]);
        using var stranger = await stage.World.SignedIn(await stage.World.Person("Vreemde"));
        await stranger.Status(addresses[1]);

        using var annie = await stage.World.SignedIn(stage.Annie);
        var lines = (await annie.Get($"/netwerken/{stage.Network}/wie-keek")).QuerySelectorAll(".timeline__what").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();

        Assert.Contains("Joke de Vries las berichten", lines);
        Assert.Contains("Joke de Vries bekeek een foto", lines);
        Assert.Contains("Joke de Vries haalde een bestand op", lines);
        Assert.Contains(lines, l => l.Contains("probeerde een foto te bekijken, maar mocht dat niet", StringComparison.Ordinal));
        Assert.Equal(3, lines.Count(l => l.StartsWith("Joke", StringComparison.Ordinal)));
    }

    /// <summary>The page of a photo, the large one, the small one, and a file.</summary>
    private static async Task<string[]> Addresses(TalkStage stage, HttpBrowser browser, string path)
    {
        await browser.Sends(path, "", [Sending.Photo(), Sending.Pdf()]);
        var page = await browser.Get(path);
        var photo = Sending.PhotoIn(page, "#bericht-2");
        string[] addresses = [photo, photo + "/groot", photo + "/klein", Sending.FileIn(page, "#bericht-2")];
        Assert.All(await Statuses(browser, addresses), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.DoesNotContain(await stage.Log(stage.Joke), e => e.Outcome == Outcome.Refused);
        return addresses;
    }

    private static async Task Nothing(TalkStage stage, Kring.Access.PersonId person, string[] addresses, string refusal)
    {
        using var browser = await stage.World.SignedIn(person);
        var before = (await stage.Log(person)).Count(e => e.Refusal == refusal);
        Assert.All(await Statuses(browser, addresses), status => Assert.Equal(HttpStatusCode.NotFound, status));
        Assert.Equal(before + addresses.Length, (await stage.Log(person)).Count(e => e.Refusal == refusal));
    }

    private static async Task<IReadOnlyList<HttpStatusCode>> Statuses(HttpBrowser browser, string[] addresses)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var address in addresses)
            statuses.Add(await browser.Status(address));
        return statuses;
    }
}
