using System.Net;
using Kring.Access;
using Kring.Access.Log;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Conversations.Messages;

public sealed class PostMessageTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task What_one_says_the_others_read()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);

        await TalkStage.Says(ahmed, path, "Ik kom om 9 uur.\n\nGroet, Ahmed 🌷");
        Assert.Equal($"{path}#bericht-2", ahmed.Last!.Headers.Location!.ToString());
        var page = await joke.Get(path);

        Assert.Equal(["Ik kan niet.", "Ik kom om 9 uur.\n\nGroet, Ahmed 🌷"], TalkStage.Texts(page));
        var bubble = page.QuerySelector("#bericht-2")!;
        Assert.Equal("Ahmed Yılmaz", bubble.QuerySelector(".bubble__name")!.TextContent);
        Assert.Equal("Wijkverpleegkundige, Thuiszorg De Linde", bubble.QuerySelector(".bubble__role")!.TextContent);
    }

    [Theory]
    [InlineData("", "Schrijf een bericht")]
    [InlineData("   \n  ", "Schrijf een bericht")]
    public async Task An_empty_message_is_sent_back(string text, string words)
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);

        var page = await TalkStage.Says(joke, path, text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, joke.Last!.StatusCode);
        Assert.Contains(words, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_thousand_characters_fit_and_one_more_keeps_what_was_typed()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var longest = string.Concat(Enumerable.Repeat("🌷", 5_000));

        await TalkStage.Says(joke, path, longest);
        Assert.Equal(HttpStatusCode.Redirect, joke.Last!.StatusCode);
        var page = await TalkStage.Says(joke, path, longest + "x");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, joke.Last!.StatusCode);
        Assert.Equal(longest + "x", page.QuerySelector("#tekst")!.TextContent);
        Assert.Equal(2, TalkStage.Texts(page).Count);
    }

    [Fact]
    public async Task Fifty_posts_at_once_with_the_same_id_are_one_message_with_one_answer()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var form = await joke.Get(path);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var one = app.NewBrowser();
            one.SetCookie("kring", joke.Cookie("kring")!);
            one.SetCookie("kring-form", joke.Cookie("kring-form")!);
            await one.Submit(form, ".composer", ("tekst", "Dubbelklik"), ("knop", "verstuur"));
            return (one.Last!.StatusCode, one.Last.Headers.Location?.ToString());
        }));

        Assert.Equal((HttpStatusCode.Redirect, $"{path}#bericht-2"), Assert.Single(answers.Distinct()));
        Assert.Equal(["Ik kan niet.", "Dubbelklik"], TalkStage.Texts(await joke.Get(path)));
    }

    [Fact]
    public async Task The_same_id_with_another_text_is_told_and_can_be_sent_after_all()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var form = await joke.Get(path);
        await joke.Submit(form, ".composer", ("tekst", "Eerst"));

        var again = await joke.Submit(form, ".composer", ("tekst", "Daarna"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joke.Last!.StatusCode);
        await joke.Submit(again, ".composer");

        Assert.Equal(["Ik kan niet.", "Eerst", "Daarna"], TalkStage.Texts(await joke.Get(path)));
    }

    [Fact]
    public async Task Thirty_people_at_once_get_thirty_numbers_without_a_gap()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var id = new ConversationId(Guid.Parse(path.Split('/')[^1]));

        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => app.In(services => services.GetRequiredService<PostMessage>()
            .Run(Actor.Arriving(i % 2 == 0 ? stage.Joke : stage.Ahmed), stage.Network, id, new NewMessage(Guid.CreateVersion7(), $"Bericht {i}"), default))));

        var numbers = await stage.Rows(db => db.Set<Message>().Where(m => m.Conversation == id).OrderBy(m => m.Number).Select(m => m.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 31).Select(n => (long)n), numbers);
    }

    [Fact]
    public async Task A_post_of_somebody_who_is_being_removed_comes_before_the_removal_or_not_at_all()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var id = new ConversationId(Guid.Parse(path.Split('/')[^1]));
        for (var round = 0; round < 100; round++)
        {
            var guest = Kring.Platform.NewIds.NewId<PersonId>(app.Clock);
            await stage.World.Joins(stage.Network, guest, "Gast", Kring.Networks.Participation.Capacity.InformalCarer);

            var post = Task.Run(() => app.Acts(services => services.GetRequiredService<PostMessage>().Run(Actor.Arriving(guest), stage.Network, id, new NewMessage(Guid.CreateVersion7(), "Nog net"), default)), TestContext.Current.CancellationToken);
            var removal = Task.Run(() => stage.Leaves(guest), TestContext.Current.CancellationToken);
            await removal;
            var lastAtRemoval = await Last(stage, id);
            var answer = (await post).Answer;

            var own = await stage.Rows(db => db.Set<Message>().Where(m => m.Conversation == id && m.Author == guest).Select(m => m.Number).ToListAsync());
            Assert.Equal(answer == PostAnswer.Posted ? 1 : 0, own.Count);
            Assert.All(own, number => Assert.True(number <= lastAtRemoval, $"Round {round}: number {number} was given out after the removal, at {lastAtRemoval}."));
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\"><svg/onload=alert(1)>")]
    [InlineData("javascript:alert(1) data:text/html,<script>alert(1)</script>")]
    [InlineData("https://evil.example/\"onmouseover=\"alert(1)")]
    [InlineData("https://evil.example/'><script>alert(1)</script>")]
    public async Task What_is_typed_is_text_and_nothing_else(string text)
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke, "Onderwerp <b>x</b>", text);

        var page = await joke.Get(path);

        Assert.Equal(text, TalkStage.Texts(page).Single());
        Assert.Equal("Onderwerp <b>x</b>", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".bubble script, .bubble img, .bubble svg, [onerror], [onmouseover], [onload]"));
        Assert.All(page.QuerySelectorAll(".bubble__text a"), a => Assert.StartsWith("https://", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_web_address_can_be_followed_and_leads_nothing_back()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke, text: "Kijk op https://voorbeeld.nl/een?x=1&y=2. Of niet.");

        var link = (await joke.Get(path)).QuerySelector(".bubble__text a")!;

        Assert.Equal("https://voorbeeld.nl/een?x=1&y=2", link.GetAttribute("href"));
        Assert.Equal("https://voorbeeld.nl/een?x=1&y=2", link.TextContent);
        Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel"));
    }

    [Fact]
    public async Task A_message_may_answer_another()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);

        var answering = await ahmed.Get($"{path}?antwoord=1");
        Assert.Contains("Antwoord op Joke de Vries", answering.QuerySelector(".composer__reply")!.TextContent, StringComparison.Ordinal);
        await ahmed.Submit(answering, ".composer", ("tekst", "Ik wel."));

        var quote = (await joke.Get(path)).QuerySelector("#bericht-2 .bubble__quote")!;
        Assert.Equal("Joke de Vries", quote.QuerySelector("cite")!.TextContent);
        Assert.Contains("Ik kan niet.", quote.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_network_can_be_read_and_nothing_can_be_said_in_it()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var form = await joke.Get(path);
        await stage.Closes();

        await joke.Submit(form, ".composer", ("tekst", "Nog iets"));
        Assert.Equal(HttpStatusCode.NotFound, joke.Last!.StatusCode);
        var page = await joke.Get(path);

        Assert.Equal(HttpStatusCode.OK, joke.Last.StatusCode);
        Assert.Null(page.QuerySelector(".composer"));
        Assert.Equal(["Ik kan niet."], TalkStage.Texts(page));
        Assert.Contains(await stage.Log(stage.Joke), e => e is { Outcome: Outcome.Refused, Refusal: nameof(GateRefusal.ReadOnly), Operation: Operations.Create });
    }

    private static Task<long> Last(TalkStage stage, ConversationId id) => stage.Rows(db => db.Set<Conversation>().Where(c => c.Id == id).Select(c => c.LastNumber).SingleAsync());
}
