using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Kring.Access.Log;
using Kring.Tests.Support;

namespace Kring.Tests.Conversations.Api;

public sealed class MessagesApiTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Who_takes_part_reads_and_posts_and_each_use_is_in_the_log()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke, text: "Ik kan niet, Renée.");
        await stage.Fills(path, 60);
        var (address, token) = (Api(path), await Token(joke, path));
        var mark = Guid.CreateVersion7();

        var posted = await Posted(joke, address, token, new { clientId = mark, text = "Dan ik wel", replyTo = 1 });
        var again = await Posted(joke, address, token, new { clientId = mark, text = "Dan ik wel", replyTo = 1 });
        var newest = await Get(joke, address);
        var first = await Get(joke, $"{address}?before=3");

        Assert.Equal(posted.GetProperty("number").GetInt64(), again.GetProperty("number").GetInt64());
        Assert.Equal(50, newest.GetProperty("messages").GetArrayLength());
        var last = newest.GetProperty("messages")[49];
        Assert.Equal(("Dan ik wel", "Joke de Vries", 1L, true), (last.GetProperty("text").GetString(), last.GetProperty("author").GetString(), last.GetProperty("replyTo").GetInt64(), last.GetProperty("own").GetBoolean()));
        Assert.Equal("Everyone", newest.GetProperty("audience").GetString());
        Assert.Equal(["Ik kan niet, Renée."], first.GetProperty("messages").EnumerateArray().Take(1).Select(m => m.GetProperty("text").GetString()));
        Assert.Contains(await stage.Log(stage.Joke), e => e is { ObjectType: "message", Outcome: Outcome.Done });
    }

    [Fact]
    public async Task A_stranger_a_visitor_and_an_unknown_conversation_get_nothing_and_a_stranger_is_in_the_log()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var stranger = await stage.World.Person("Een Vreemde");
        using var other = await stage.World.SignedIn(stranger);
        using var nobody = app.NewBrowser();

        Assert.Equal(HttpStatusCode.NotFound, await Status(other, Api(path)));
        Assert.Contains(await stage.Log(stranger), e => e.Outcome == Outcome.Refused);
        Assert.Equal(HttpStatusCode.NotFound, await Status(joke, $"/api/conversations/{Guid.CreateVersion7()}/messages"));
        Assert.Equal(HttpStatusCode.Redirect, await Status(nobody, Api(path))); // to signing in: this browser asks for pages
    }

    [Theory]
    [InlineData(false, """{"clientId":"019f6a10-9720-7a62-9330-100cca0be0b9","text":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData(true, """{"text":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData(true, """{"clientId":"019f6a10-9720-7a62-9330-100cca0be0b9","text":" "}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData(true, "{", HttpStatusCode.BadRequest)]
    [InlineData(true, "null", HttpStatusCode.BadRequest)]
    public async Task Without_a_token_or_without_sense_nothing_is_said(bool withToken, string body, HttpStatusCode answer)
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var token = await Token(joke, path);

        await Send(joke, Api(path), withToken ? token : null, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(answer, joke.Last!.StatusCode);
        Assert.Equal(1, (await Get(joke, Api(path))).GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task The_description_names_both_operations_and_nothing_of_the_pages()
    {
        using var nobody = app.NewBrowser();
        var description = await Get(nobody, "/api/openapi.json");

        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = description.GetProperty("paths").EnumerateObject().ToList();
        Assert.Equal(["/api/conversations/{conversation}/messages"], paths.Select(p => p.Name));
        Assert.Equal(["readMessages", "postMessage"], paths[0].Value.EnumerateObject().Select(o => o.Value.GetProperty("operationId").GetString()));
    }

    private static string Api(string path) => $"/api/conversations/{path.Split('/')[^1]}/messages";

    private static async Task<string> Token(HttpBrowser browser, string path)
        => (await browser.Get(path)).QuerySelector("form.composer [name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<JsonElement> Get(HttpBrowser browser, string address)
    {
        using var answer = await browser.Begin(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpStatusCode> Status(HttpBrowser browser, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        await browser.Send(request);
        Assert.Empty(await browser.Last!.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return browser.Last.StatusCode;
    }

    private static async Task<JsonElement> Posted(HttpBrowser browser, string address, string token, object body)
    {
        await Send(browser, address, token, JsonContent.Create(body));
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        return await browser.Last.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static async Task Send(HttpBrowser browser, string address, string? token, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        if (token is not null)
            request.Headers.Add("X-Kring-Form", token);
        await browser.Send(request);
    }
}
