using Kring.Data;
using Kring.Data.Wall;

namespace Kring.Access;

/// <summary>Whether what was opened may stay open: asked at the gate in one query for all who ask at the same moment, as thousands of open pages do. Nothing is handed out and nothing logged.</summary>
internal sealed class WatchGate(IServiceScopeFactory scopes)
{
    private readonly SharedQuery<Visit, GateDecision> _decisions = new(async visits =>
    {
        await using var scope = scopes.Serving(WallServices.Lane);
        IReadOnlyList<Visit> asked = [.. visits];
        var decisions = await scope.ServiceProvider.GetRequiredService<Gate>().Decide(asked, CancellationToken.None);
        return asked.Zip(decisions).ToDictionary(d => d.First, d => d.Second);
    });

    internal async Task<bool> WouldOpen(Visit visit, CancellationToken cancel) => await _decisions.Find(visit, cancel) is { Opened: true };
}
