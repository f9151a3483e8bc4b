using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Law;

internal sealed class LegalTermsData : IReferenceData
{
    public async Task Ensure(AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Set<LegalTerm>().Select(t => t.Key).Distinct().ToListAsync(cancel);
        db.AddRange(LegalTermKeys.AtFirstStart.Where(t => !known.Contains(t.Key)));
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>The legal terms as they stood when the program started, or were read anew at midnight.</summary>
internal sealed class LegalTermsBoard(IDbContextFactory<AppDb> databases, TimeProvider time)
{
    private volatile Reading? _reading;

    internal async Task<LegalTerms> Current(CancellationToken cancel)
    {
        var today = time.GetUtcNow().DutchDay();
        if (_reading is { } reading && reading.Day == today)
            return reading.Terms;
        await using var db = await databases.CreateDbContextAsync(cancel);
        _reading = new Reading(today, new LegalTerms(await db.Set<LegalTerm>().AsNoTracking().ToListAsync(cancel)));
        return _reading.Terms;
    }

    private sealed record Reading(DateOnly Day, LegalTerms Terms);
}
