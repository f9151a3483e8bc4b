using System.Net;
using Kring.Access.Log;
using Kring.Conversations.Messages;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Conversations.Messages;

public sealed class ChangeMessageTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task A_changed_message_says_so_and_what_it_said_is_kept()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);

        await Change(joke, path, "Ik kan toch.");

        Assert.Equal($"{path}#bericht-1", joke.Last!.Headers.Location!.ToString());
        var bubble = (await joke.Get(path)).QuerySelector("#bericht-1")!;
        Assert.Contains("Ik kan toch.", bubble.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gewijzigd", bubble.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await Revisions(stage));
    }

    [Fact]
    public async Task A_removed_message_leaves_that_it_was_there_and_not_a_word()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        await Change(joke, path, "Ik kan toch.");
        await TalkStage.Says(joke, path, "Antwoord", ("antwoord", "1"));

        await joke.Submit(await joke.Get($"{path}/1/verwijderen"), "form:has(#verwijder)");

        var page = await joke.Get(path);
        Assert.Contains("Bericht verwijderd", page.QuerySelector("#bericht-1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bericht verwijderd", page.QuerySelector("#bericht-2 .bubble__quote")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ik kan", page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(0, await Revisions(stage));
        Assert.Null(await stage.Rows(db => db.Set<Message>().Where(m => m.Compartment == stage.Network.Compartment.Id && m.Number == 1).Select(m => m.Text).SingleAsync()));
        await joke.Get($"{path}/1/wijzigen");
        Assert.Equal(HttpStatusCode.Redirect, joke.Last!.StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_message_cannot_be_changed_or_removed()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);
        await TalkStage.Says(ahmed, path, "Van mij");

        foreach (var (page, form) in new[] { ("wijzigen", "form:has(#tekst)"), ("verwijderen", "form:has(#verwijder)") })
        {
            await ahmed.Get($"{path}/1/{page}");
            Assert.Equal(HttpStatusCode.NotFound, ahmed.Last!.StatusCode);
            var own = await ahmed.Get($"{path}/2/{page}");
            own.QuerySelector(form)!.SetAttribute("action", $"{path}/1/{page}");
            await ahmed.Submit(own, form, ("tekst", "Vervalst"));
            Assert.Equal(HttpStatusCode.NotFound, ahmed.Last!.StatusCode);
        }

        Assert.Equal(["Ik kan niet.", "Van mij"], TalkStage.Texts(await joke.Get(path)));
        Assert.True((await stage.Log(stage.Ahmed)).Count(e => e is { Outcome: Outcome.Refused, Refusal: nameof(MessagePlan.NotTheAuthor) }) >= 4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_message_is_not_changed_into_nothing(string text)
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);

        var page = await Change(joke, path, text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, joke.Last!.StatusCode);
        Assert.Contains("Schrijf een bericht", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_author_may_change_what_still_stands()
    {
        var (author, other) = (new Kring.Access.PersonId(Guid.CreateVersion7()), new Kring.Access.PersonId(Guid.CreateVersion7()));
        var message = new Message { Id = default, Compartment = default, Conversation = default, Number = 1, Author = author, ClientId = default, At = default };

        Assert.Equal(MessagePlan.Allowed, message.PlanChange(author));
        Assert.Equal(MessagePlan.NotTheAuthor, message.PlanChange(other));
        message.RemovedAt = DateTimeOffset.UnixEpoch;
        Assert.Equal(MessagePlan.Removed, message.PlanChange(author));
        Assert.Equal(MessagePlan.NotTheAuthor, message.PlanChange(other));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Change(HttpBrowser browser, string path, string text)
        => await browser.Submit(await browser.Get($"{path}/1/wijzigen"), "form:has(#tekst)", ("tekst", text));

    private static Task<int> Revisions(TalkStage stage) => stage.Rows(db => db.Set<MessageRevision>().CountAsync(r => r.Compartment == stage.Network.Compartment.Id));
}
