using System.Net;
using System.Text.Json;
using Kring.Delivery;
using Kring.Delivery.Captured;
using Kring.Delivery.Notices;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Delivery.Captured;

public sealed class CapturedPostTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Captured_post_is_a_page_and_json_newest_first()
    {
        await Capture("eerste@familie.example");
        await Capture("tweede@familie.example");
        using var browser = app.NewBrowser();

        var page = await browser.Get("/dev/outbox");
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = app.Address };
        using var asJson = new HttpRequestMessage(HttpMethod.Get, "/dev/outbox") { Headers = { { "Accept", "application/json" } } };
        using var answer = await client.SendAsync(asJson, TestContext.Current.CancellationToken);
        var list = JsonDocument.Parse(await client.GetStringAsync("/dev/outbox.json", TestContext.Current.CancellationToken)).RootElement;

        Assert.Contains("tweede@familie.example", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        var first = list[0];
        Assert.Equal("tweede@familie.example", first.GetProperty("to").GetString());
        Assert.Equal("mail", first.GetProperty("kind").GetString());
        Assert.EndsWith("/netwerken/1", first.GetProperty("links")[0].GetString(), StringComparison.Ordinal);
        Assert.All(new[] { "subject", "text", "time" }, name => Assert.NotEmpty(first.GetProperty(name).GetString()!));
    }

    [Fact]
    public async Task Another_name_that_points_to_this_machine_reads_no_post()
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = app.Address, DefaultRequestHeaders = { Host = "elders.example" } };

        using var answer = await client.GetAsync("/dev/outbox.json", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Only_the_newest_five_hundred_are_kept()
    {
        for (var i = 0; i < 510; i++)
            await Capture($"veel{i}@familie.example");

        var kept = app.Services.GetRequiredService<CapturedPost>().NewestFirst;

        Assert.Equal(500, kept.Count);
        Assert.Equal("veel509@familie.example", kept[0].To);
    }

    private Task Capture(string to) => app.Services.GetRequiredService<CapturedPost>().Send(
        new Notice(default, NoticeKind.NewMessages, DeliveryChannel.Mail, to, "Er staat een nieuw bericht voor u klaar", "Goedendag", [new Uri(app.Address, "/netwerken/1")]), default);
}
