using Kring.Access;
using Kring.Data;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Statements;

/// <summary>The published statements, which hold nothing of anybody, and which of them somebody has still to be shown.</summary>
internal sealed class StatementsAccess(AppDb db, TimeProvider time)
{
    /// <param name="version">Null gives the newest.</param>
    internal async Task<PrivacyStatement?> Find(StatementAudience audience, int? version, CancellationToken cancel)
        => await db.Set<PrivacyStatement>().AsNoTracking().Where(s => s.Audience == audience && (version == null || s.Version == version))
            .OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancel);

    /// <summary>When each version was published, newest first.</summary>
    internal async Task<IReadOnlyList<(int Version, DateTimeOffset At)>> Versions(StatementAudience audience, CancellationToken cancel)
        => [.. (await db.Set<PrivacyStatement>().Where(s => s.Audience == audience).OrderByDescending(s => s.Version).Select(s => new { s.Version, s.PublishedAt }).ToListAsync(cancel))
            .Select(s => (s.Version, s.PublishedAt))];

    /// <summary>The newest statements that are for somebody and that they have not read: one after the other, by audience.</summary>
    internal async Task<IReadOnlyList<StatementId>> Unread(PersonId person, CancellationToken cancel)
    {
        var now = time.Moment();
        var capacities = await db.Set<NetworkMembership>().Where(m => m.Person == person && m.From <= now && (m.Until == null || m.Until > now))
            .Select(m => m.Capacity).Distinct().ToListAsync(cancel);
        var audiences = capacities.Select(AudienceOf).ToHashSet();
        if (await db.Set<StaffMember>().AnyAsync(s => s.Person == person && s.From <= now && (s.Until == null || s.Until > now), cancel))
            audiences.Add(StatementAudience.Professionals);
        var newest = await db.Set<PrivacyStatement>()
            .Where(s => audiences.Contains(s.Audience) && !db.Set<PrivacyStatement>().Any(later => later.Audience == s.Audience && later.Version > s.Version)
                && !db.Set<StatementReceipt>().Any(r => r.Person == person && r.Statement == s.Id))
            .Select(s => new { s.Id, s.Audience }).ToListAsync(cancel);
        return [.. newest.OrderBy(s => s.Audience).Select(s => s.Id)];
    }

    internal async Task<PrivacyStatement?> Find(StatementId id, CancellationToken cancel) => await db.Set<PrivacyStatement>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel);

    private static StatementAudience AudienceOf(Capacity capacity) => capacity switch
    {
        Capacity.CareRecipient or Capacity.Representative => StatementAudience.CareRecipients,
        Capacity.InformalCarer => StatementAudience.Relations,
        Capacity.Professional => StatementAudience.Professionals,
    };
}
