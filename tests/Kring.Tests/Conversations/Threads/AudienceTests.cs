using System.Net;
using Kring.Access;
using Kring.Access.Log;
using Kring.Conversations;
using Kring.Tests.Support;

namespace Kring.Tests.Conversations.Threads;

public sealed class AudienceTests(KringApp app) : IClassFixture<KringApp>
{
    [Theory]
    [InlineData(Audience.Everyone, Role.CareRecipient, true)]
    [InlineData(Audience.WithoutRecipient, Role.CareRecipient, false)]
    [InlineData(Audience.WithoutRecipient, Role.Representative, true)]
    [InlineData(Audience.WithoutRecipient, Role.InformalCarer, true)]
    [InlineData(Audience.ProfessionalsOnly, Role.CareRecipient, false)]
    [InlineData(Audience.ProfessionalsOnly, Role.Representative, false)]
    [InlineData(Audience.ProfessionalsOnly, Role.InformalCarer, false)]
    [InlineData(Audience.ProfessionalsOnly, Role.Professional, true)]
    [InlineData(Audience.ProfessionalsOnly, Role.Coordinator, true)]
    public void An_audience_includes_some_and_leaves_out_others(Audience audience, Role role, bool included)
        => Assert.Equal(included, Conversation.Includes(audience, role));

    [Fact]
    public async Task A_conversation_of_professionals_does_not_exist_for_the_others()
    {
        var stage = await TalkStage.Set(app);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(ahmed, "Overleg", "Geheim plan", ("wie", "professionals"));

        foreach (var person in new[] { stage.Annie, stage.Joke, await stage.Representative() })
        {
            using var other = await stage.World.SignedIn(person);
            var list = await other.Get(stage.Berichten);
            Assert.DoesNotContain("Overleg", list.Body!.TextContent, StringComparison.Ordinal);
            foreach (var page in new[] { path, $"{path}/1/gelezen-door", $"{path}/1/wijzigen", $"{path}/1/verwijderen", $"{path}/live" })
            {
                var refused = await other.Get(page);
                Assert.Equal(HttpStatusCode.NotFound, other.Last!.StatusCode);
                Assert.DoesNotContain("Geheim", refused.Body!.TextContent, StringComparison.Ordinal);
            }

            var log = await stage.Log(person);
            Assert.Equal(5, log.Count(e => e is { Outcome: Outcome.Refused, Refusal: "OutsideAudience" }));
        }
    }

    [Fact]
    public async Task The_care_recipient_reads_along_unless_visibly_left_out()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var annie = await stage.World.SignedIn(stage.Annie);

        var form = await joke.Get($"{stage.Berichten}/nieuw");
        Assert.True(form.QuerySelector("#leestmee")!.HasAttribute("checked"));
        Assert.Contains("Annie de Vries leest mee", form.Body!.TextContent, StringComparison.Ordinal);
        var open = await stage.Starts(joke, "Met Annie");
        var without = await Without(stage, joke);

        await annie.Get(open);
        Assert.Equal(HttpStatusCode.OK, annie.Last!.StatusCode);
        await annie.Get(without);
        Assert.Equal(HttpStatusCode.NotFound, annie.Last!.StatusCode);
        Assert.Contains("Iedereen leest mee, behalve Annie de Vries", (await joke.Get(without)).QuerySelector(".composer__audience")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_representative_is_not_left_out_with_the_recipient()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var wim = await stage.World.SignedIn(await stage.Representative());
        var without = await Without(stage, joke);

        await wim.Get(without);

        Assert.Equal(HttpStatusCode.OK, wim.Last!.StatusCode);
    }

    [Fact]
    public async Task Somebody_of_another_network_meets_the_same_answer_as_for_what_does_not_exist()
    {
        var stage = await TalkStage.Set(app);
        var other = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var stranger = await other.World.SignedIn(other.Joke);
        var path = await stage.Starts(joke);
        var theirs = await other.Starts(stranger);
        var id = path.Split('/')[^1];

        foreach (var page in new[] { path, stage.Berichten, $"{stage.Berichten}/nieuw", $"{other.Berichten}/{id}", $"{other.Berichten}/{Guid.CreateVersion7()}" })
        {
            await stranger.Get(page);
            Assert.Equal(HttpStatusCode.NotFound, stranger.Last!.StatusCode);
        }

        // The form of one's own conversation, sent to somebody else's.
        var form = await stranger.Get(theirs);
        form.QuerySelector(".composer")!.SetAttribute("action", path);
        await stranger.Submit(form, ".composer", ("tekst", "Indringer"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Last!.StatusCode);
        form.QuerySelector(".composer")!.SetAttribute("action", $"{other.Berichten}/{id}");
        await stranger.Submit(form, ".composer", ("tekst", "Indringer"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Last!.StatusCode);
        Assert.Equal(["Ik kan niet."], TalkStage.Texts(await joke.Get(path)));
        Assert.Contains(await stage.Log(other.Joke), e => e is { Outcome: Outcome.Refused, Refusal: nameof(GateRefusal.NoRelation) });
        Assert.Contains(await other.Log(other.Joke), e => e is { Outcome: Outcome.Refused, Refusal: "NoSuchConversation" });
    }

    [Fact]
    public async Task Only_a_professional_may_choose_professionals_alone()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var annie = await stage.World.SignedIn(stage.Annie);

        foreach (var browser in new[] { joke, annie })
        {
            var form = await browser.Get($"{stage.Berichten}/nieuw");
            Assert.Null(form.QuerySelector("[name=wie]"));
            await browser.Submit(form, "form:has([name=onderwerp])", ("onderwerp", "Stiekem"), ("tekst", "x"), ("wie", "professionals"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        }
    }

    [Theory]
    [InlineData("", "Tekst", "Vul in waar het gesprek over gaat")]
    [InlineData("Onderwerp", "", "Schrijf een bericht")]
    public async Task A_conversation_needs_a_subject_and_a_first_message(string subject, string text, string words)
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);

        var page = await joke.Submit(await joke.Get($"{stage.Berichten}/nieuw"), "form:has([name=onderwerp])", ("onderwerp", subject), ("tekst", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, joke.Last!.StatusCode);
        Assert.Contains(words, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.QuerySelector("#tekst")!.TextContent);
    }

    [Fact]
    public async Task Pressing_start_twice_starts_one_conversation()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var form = await joke.Get($"{stage.Berichten}/nieuw");

        await joke.Submit(form, "form:has([name=onderwerp])", ("onderwerp", "Eén"), ("tekst", "x"));
        var first = joke.Last!.Headers.Location;
        await joke.Submit(form, "form:has([name=onderwerp])", ("onderwerp", "Eén"), ("tekst", "x"));

        Assert.Equal(first, joke.Last!.Headers.Location);
        Assert.Single((await joke.Get(stage.Berichten)).QuerySelectorAll(".conversations li"));
    }

    private static async Task<string> Without(TalkStage stage, HttpBrowser browser)
    {
        var form = await browser.Get($"{stage.Berichten}/nieuw");
        form.QuerySelector("#leestmee")!.RemoveAttribute("checked");
        ((AngleSharp.Html.Dom.IHtmlInputElement)form.QuerySelector("#leestmee")!).IsChecked = false;
        await browser.Submit(form, "form:has([name=onderwerp])", ("onderwerp", "Zonder Annie"), ("tekst", "Hoe gaat het met haar?"));
        return browser.Last!.Headers.Location!.ToString().Split('#')[0];
    }
}
