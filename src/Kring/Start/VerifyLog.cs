using Kring.Access.Log;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Start;

/// <summary>Walks the whole access log and names the first line that cannot be right. Sealing the log against rewriting comes later; this finds damage, not forgery.</summary>
internal static class VerifyLog
{
    internal static async Task<int> Run(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync(cancel);
        var known = Modules.Purposes.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var lines = 0;
        await foreach (var entry in db.Set<AccessEntry>().AsNoTracking().OrderBy(e => e.Compartment).ThenBy(e => e.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            lines++;
            if (Fault(entry, known) is not { } fault)
                continue;
            await Console.Error.WriteLineAsync($"Line {lines}, entry {entry.Id} of compartment {entry.Compartment}: {fault}");
            return 1;
        }

        Console.WriteLine($"{lines} lines checked; each is complete.");
        return 0;
    }

    private static string? Fault(AccessEntry entry, HashSet<string> purposes)
    {
        if (!purposes.Contains(entry.Purpose)) return $"its purpose '{entry.Purpose}' is not one of the program's.";
        if (entry.Person is null && entry.Job is null && entry.Outcome != Outcome.Refused && entry.Role != Access.Role.Invitee) return "it names nobody.";
        var passed = entry is { Authorised: true } and ({ Related: true, Consented: true } or { Emergency: true });
        if (entry.Outcome != Outcome.Refused && !passed) return "it says done where the four checks say no.";
        return entry.Outcome == Outcome.Refused && entry.Refusal is null ? "it was refused without a reason." : null;
    }
}
