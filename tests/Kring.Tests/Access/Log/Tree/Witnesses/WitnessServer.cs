using System.Globalization;
using Kring.Access.Log.Tree;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kring.Tests.Access.Log.Tree.Witnesses;

/// <summary>A witness as C2SP tlog-witness describes it: it knows one key, keeps the last checkpoint, and takes a next one only with proof that it continues that.</summary>
internal sealed class WitnessServer : IAsyncDisposable
{
    private readonly WebApplication _web;
    private Checkpoint? _last;

    private WitnessServer(WebApplication web) => _web = web;

    /// <summary>The public key of the log that it watches.</summary>
    internal LogPublicKey? Trusts { get; set; }

    internal bool IsDown { get; set; }

    internal Checkpoint? Last
    {
        get => _last;
        set => _last = value;
    }

    internal string Address => _web.Urls.First();

    internal static async Task<WitnessServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new WitnessServer(builder.Build());
        server._web.MapPost("/add-checkpoint", server.Add);
        await server._web.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task<IResult> Add(HttpRequest request)
    {
        if (IsDown)
            return Results.StatusCode(503);
        var body = await new StreamReader(request.Body).ReadToEndAsync();
        var end = body.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = body[..end].Split('\n');
        var old = long.Parse(lines[0]["old ".Length..], CultureInfo.InvariantCulture);
        if (Trusts is null || Checkpoint.Parse(body[(end + 2)..], Trusts) is not { } offered)
            return Results.StatusCode(403);
        if (old > offered.Size)
            return Results.StatusCode(400);
        if (old != (_last?.Size ?? 0))
            return Results.Text($"{_last?.Size ?? 0}\n", "text/x.tlog.size", statusCode: 409);
        if (_last is not null && old == offered.Size && !_last.Root.AsSpan().SequenceEqual(offered.Root))
            return Results.StatusCode(409);
        if (!TreeProofs.Continues(old, _last?.Root ?? TreeHash.Empty, offered.Size, offered.Root, [.. lines.Skip(1).Select(Convert.FromBase64String)]))
            return Results.StatusCode(422);
        _last = offered;
        return Results.Text("— witness.example/w1 CMp+6LWBU0anHGH5aNDTJkH=\nno signature\n");
    }
}
