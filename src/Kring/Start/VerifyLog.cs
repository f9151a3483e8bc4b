using Kring.Access;
using Kring.Access.Log;
using Kring.Access.Log.Tree.Checks;
using Kring.Access.Register;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Start;

/// <summary>
/// Checks the whole access log and names the first line that cannot be right: first that each line, leaf, tile and checkpoint is what was sealed, also by what witnesses keep, then that
/// each line is complete.
/// </summary>
internal static class VerifyLog
{
    internal static async Task<int> Run(IServiceProvider services, CancellationToken cancel)
    {
        var databases = services.GetRequiredService<IDbContextFactory<AppDb>>();
        try
        {
            await VerifySealed.Run(services, cancel);
        }
        catch (LogFaultException fault)
        {
            return await Report(fault.Message);
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = new Known(
            Modules.Purposes.Select(p => p.Key).ToHashSet(StringComparer.Ordinal),
            await db.Set<Compartment>().AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Kind, cancel),
            await db.Set<PolicyStamp>().Select(s => s.Value).SingleAsync(cancel));
        var lines = 0;
        try
        {
            await foreach (var entry in db.Set<AccessEntry>().AsNoTracking().OrderBy(e => e.Compartment).ThenBy(e => e.Id).AsAsyncEnumerable().WithCancellation(cancel))
            {
                lines++;
                if (Fault(entry, known) is { } fault)
                    return await Report($"Line {lines}, entry {entry.Id} of compartment {entry.Compartment}: {fault}");
            }
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or ArgumentException or FormatException or InvalidCastException)
        {
            return await Report($"Line {lines + 1}, in the order of compartment and id, cannot be read: {unreadable.Message}");
        }

        Console.WriteLine($"{lines} lines checked; each is complete.");
        return 0;
    }

    private static async Task<int> Report(string fault)
    {
        await Console.Error.WriteLineAsync(fault);
        return 1;
    }

    internal static string? Fault(AccessEntry entry, Known known)
    {
        if (!known.Purposes.Contains(entry.Purpose)) return $"its purpose '{entry.Purpose}' is not one of the program's.";
        if (string.IsNullOrWhiteSpace(entry.ObjectType)) return "it does not say what was used.";
        if (entry.Operation == Operations.None) return "it does not say what was done.";
        if (entry.PolicyStamp < 1 || entry.PolicyStamp > known.Stamp) return $"it was decided by policy {entry.PolicyStamp}, which never was in force.";
        if (entry.Person is not null && entry.Job is not null) return "it names a person and a job.";
        return entry.Outcome == Outcome.Refused ? FaultOfRefusal(entry) : FaultOfUse(entry, known);
    }

    private static string? FaultOfRefusal(AccessEntry entry)
        => string.IsNullOrWhiteSpace(entry.Refusal) ? "it was refused without a reason." : null;

    private static string? FaultOfUse(AccessEntry entry, Known known)
    {
        if (entry.Refusal is not null) return "it was done and refused.";
        if (entry.Person is null && entry.Job is null && entry.Role != Role.Invitee) return "it names nobody.";
        if (entry.Role == Role.None) return "it was done in no role.";
        if (!entry.Authorised || !(entry.Emergency || (entry.Related && entry.Consented))) return "it says done where the four checks say no.";
        return known.Compartments.TryGetValue(entry.Compartment, out var kind) && kind != entry.Kind ? $"it says {entry.Kind} of what is a {kind}." : null;
    }

    /// <summary>What lines are held against.</summary>
    internal sealed record Known(IReadOnlySet<string> Purposes, IReadOnlyDictionary<CompartmentId, CompartmentKind> Compartments, long Stamp);
}
