using System.Net;
using System.Runtime.Versioning;
using System.Text.Json;
using Kring.Demo.Script;
using Kring.Demo.Seeding;
using Kring.Start;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kring.Tests.Start;

[UnsupportedOSPlatform("windows")]
public sealed class StoppingTests : IAsyncLifetime
{
    private readonly KringApp _data = new();

    public async ValueTask InitializeAsync()
    {
        await _data.InitializeAsync();
        Assert.Equal(KringHost.StopsWithin, _data.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
        await _data.Stop();
    }

    public ValueTask DisposeAsync() => _data.DisposeAsync();

    [Fact]
    public async Task Asked_to_stop_it_ends_open_streams_in_order_and_the_next_start_finds_everything()
    {
        var mail = DemoWorld.Guides().First(g => g.Person.Mail is not null).Person.Mail!;
        string session, conversation;
        await using (var first = _data.Process("--demo", "--urls", "http://127.0.0.1:0"))
        {
            var address = await first.Address();
            using var browser = new HttpBrowser(() => address);
            await SignIn(browser, mail);
            conversation = await Conversation(browser);
            using var stream = await browser.Begin(conversation + "/live?na=0");
            Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
            var rest = stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            await first.Terminate();

            Assert.Contains("event:", await rest, StringComparison.Ordinal);
            Assert.Equal(0, await first.ExitCode());
            Assert.DoesNotContain("fail:", first.Output, StringComparison.Ordinal);
            session = browser.Cookie("kring")!;
        }

        await using var second = _data.Process("--demo", "--urls", "http://127.0.0.1:0");
        var again = await second.Address();
        using var back = new HttpBrowser(() => again);
        back.SetCookie("kring", session);

        await back.Get(conversation);

        Assert.Equal(HttpStatusCode.OK, back.Last!.StatusCode);
        await second.Terminate();
        Assert.Equal(0, await second.ExitCode());
    }

    private static async Task SignIn(HttpBrowser browser, string mail)
    {
        await browser.GivePassword(mail, SeedPersons.Password);
        var page = await browser.Visit(browser.Path()!);
        for (var tries = 0; tries < 200; tries++)
        {
            using var answer = await browser.Begin("/dev/outbox.json");
            using var notices = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var text = notices.RootElement.EnumerateArray().Where(n => n.GetProperty("notice").GetString() == "LoginCode").Select(n => n.GetProperty("text").GetString()!).FirstOrDefault();
            if (text is not null)
            {
                await browser.Submit(page, "form:has([name=code])", ("code", text.Split([' ', '\n', '.', ':']).First(word => word.Length == 6 && word.All(char.IsAsciiDigit))));
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("No code arrived.");
    }

    private static async Task<string> Conversation(HttpBrowser browser)
    {
        var page = await browser.Visit("/");
        if (page.QuerySelector("a[href^='/netwerken/'][href*='/berichten/']") is null)
            page = await browser.Visit(page.QuerySelector("main a[href^='/netwerken/']")!.GetAttribute("href")!);
        return page.QuerySelectorAll("a[href*='/berichten/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).First(href => !href.EndsWith("/nieuw", StringComparison.Ordinal));
    }
}
