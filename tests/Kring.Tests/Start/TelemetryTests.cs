using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Kring.Tests.Conversations;
using Kring.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kring.Tests.Start;

public sealed class TelemetryTests : IAsyncLifetime
{
    private const string Canary = "kanariegeel";
    private readonly ConcurrentDictionary<string, ConcurrentBag<string>> _received = new(StringComparer.Ordinal);
    private readonly WebApplication _collector;
    private KringApp? _app;

    public TelemetryTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        _collector = builder.Build();
        _collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            _received.GetOrAdd(context.Request.Path, _ => []).Add(Encoding.UTF8.GetString(body.ToArray()));
        });
    }

    public async ValueTask InitializeAsync()
    {
        await _collector.StartAsync(TestContext.Current.CancellationToken);
        _app = new KringApp { More = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Kring:Telemetry:Endpoint"] = _collector.Urls.First() } };
        await _app.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _collector.DisposeAsync();
    }

    [Fact]
    public async Task Traces_metrics_and_lines_reach_the_collector_and_hold_nothing_of_anybody()
    {
        var stage = await TalkStage.Set(_app!);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke, subject: $"Over {Canary}", text: $"Een {Canary} zag ik.");
        await joke.Get($"{path}?zoek={Canary}");
        await joke.Get($"/uitnodiging/{Canary}");
        await joke.Get($"/{Canary}/bestaat-niet");
        _app!.Services.GetRequiredService<ILogger<TelemetryTests>>().LogWarning(new InvalidOperationException(Canary), "Iets ging mis");

        Flush();

        Assert.Contains("/netwerken/{", All("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", All("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("Iets ging mis", All("/v1/logs"), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", All("/v1/traces"), StringComparison.Ordinal); // the visitor's; metrics hold the program's own
        foreach (var signal in _received.Keys)
        {
            Assert.DoesNotContain(Canary, All(signal), StringComparison.Ordinal);
            Assert.DoesNotContain("Joke", All(signal), StringComparison.Ordinal);
        }
    }

    private void Flush()
    {
        Assert.True(_app!.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(_app.Services.GetRequiredService<MeterProvider>().ForceFlush());
        Assert.True(_app.Services.GetRequiredService<LoggerProvider>().ForceFlush());
    }

    private string All(string signal) => string.Join('\n', _received.GetValueOrDefault(signal) ?? []);
}
