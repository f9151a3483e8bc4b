using Kring.Access;
using Kring.Access.Register;
using Kring.Data;
using Kring.Privacy.Reports;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy;

/// <summary>What the privacy pages need beside a grant: the register, and what somebody reported, by id.</summary>
internal sealed class PrivacyAccess(AppDb db)
{
    internal async Task<IReadOnlyList<ProcessingActivity>> Register(CancellationToken cancel)
        => await db.Set<ProcessingActivity>().AsNoTracking().ToListAsync(cancel);

    /// <summary>Which of these entries somebody reported, and when. Ids and instants only.</summary>
    internal async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> Reported(PersonId by, IReadOnlyCollection<Guid> entries, CancellationToken cancel)
        => await db.Set<UnknownAccessReport>().Where(r => r.ReportedBy == by && entries.Contains(r.Entry))
            .GroupBy(r => r.Entry).Select(g => new { Entry = g.Key, At = g.Min(r => r.ReportedAt) }).ToDictionaryAsync(r => r.Entry, r => r.At, cancel);
}
