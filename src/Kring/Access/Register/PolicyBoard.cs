using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Register;

/// <summary>The policy in force, kept in memory and read again as soon as its stamp in the database has moved: a withdrawn approval works on the next call.</summary>
internal sealed class PolicyBoard(IDbContextFactory<AppDb> databases)
{
    private volatile Policy? _policy;

    internal async Task<Policy> Current(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        while (true)
        {
            var stamp = await Stamp(db, cancel);
            if (_policy is { } known && known.Stamp == stamp)
                return known;
            var activities = await db.Set<ProcessingActivity>().AsNoTracking().ToListAsync(cancel);
            var rules = await db.Set<MatrixRule>().AsNoTracking().ToListAsync(cancel);
            // Decided upon anew in between: what was read may be half of each.
            if (await Stamp(db, cancel) == stamp)
                return _policy = new Policy(stamp, activities, rules);
        }
    }

    private static Task<long> Stamp(AppDb db, CancellationToken cancel) => db.Set<PolicyStamp>().Select(s => s.Value).SingleAsync(cancel);
}
