using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Statements;

/// <summary>Publishes the statements that are part of the program: a text that was never published becomes the next version. What was published stays, and is not
/// published again: a node of an older version that starts during a roll-out does not put its own text back.</summary>
internal sealed class StatementsData(TimeProvider time) : IReferenceData
{
    public async Task Ensure(AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var audience in StatementAudiences.All)
        {
            var newest = await db.Set<PrivacyStatement>().AsNoTracking().Where(s => s.Audience == audience).OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancel);
            var (dutch, english) = StatementAudiences.TextOf(audience);
            if (newest is not null && await db.Set<PrivacyStatement>().AnyAsync(s => s.Audience == audience && s.DutchText == dutch && s.EnglishText == english, cancel))
                continue;
            db.Add(new PrivacyStatement
            {
                Id = time.NewId<StatementId>(),
                Audience = audience,
                Version = (newest?.Version ?? 0) + 1,
                DutchText = dutch,
                EnglishText = english,
                PublishedAt = now,
            });
        }

        await db.SaveChangesAsync(cancel);
    }
}
