using System.Diagnostics;
using Kring.Platform;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kring.Start;

/// <summary>Traces, metrics and log lines for the operator's own collector, over OTLP (HTTP, protobuf). Off unless an address is set. What leaves holds ids only.</summary>
internal static class Telemetry
{
    private static readonly string[] Meters = ["Kring.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql"];

    internal static void Add(WebApplicationBuilder builder, TelemetryOptions options)
    {
        if (options.Endpoint is not { } endpoint)
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("kring", serviceInstanceId: Environment.MachineName))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(web => web.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                .AddNpgsql()
                .AddProcessor(new IdsOnly())
                .AddOtlpExporter(to => Address(to, "v1/traces")))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddRuntimeInstrumentation().AddOtlpExporter(to => Address(to, "v1/metrics")))
            .WithLogging(logging => logging.AddProcessor(new WithoutFaults()).AddOtlpExporter(to => Address(to, "v1/logs")));

        void Address(OtlpExporterOptions to, string signal)
        {
            (to.Protocol, to.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + signal));
            to.Headers = options.Headers ?? "";
        }
    }
}

/// <summary>
/// Lets a span out with what is known to hold no secret and nobody's data. An address can be the link of an invitation, a browser's name or a network address somebody's: the
/// route tells enough. A span with an exception is a fault told in its own words, and stays here.
/// </summary>
internal sealed class IdsOnly : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "error.type", "network.protocol.version", "url.scheme",
        "db.system.name", "db.system", "db.operation.name", "db.namespace", "db.query.text", "db.statement", "db.response.status_code",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(t => !Known.Contains(t.Key)).Select(t => t.Key).ToList())
            data.SetTag(tag, null);
        if (data.StatusDescription is not null)
            data.SetStatus(data.Status);
        if (data.Events.Any(e => e.Name == "exception"))
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}

/// <summary>A log line leaves without the exception beside it, whose message may repeat what somebody typed.</summary>
internal sealed class WithoutFaults : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data) => data.Exception = null;
}
