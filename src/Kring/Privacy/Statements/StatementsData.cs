using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Statements;

/// <summary>Publishes the statements that are part of the program: a text that differs from the newest version becomes the next one. What was published stays.</summary>
internal sealed class StatementsData(TimeProvider time) : IReferenceData
{
    public async Task Ensure(AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var audience in StatementAudiences.All)
        {
            var newest = await db.Set<PrivacyStatement>().AsNoTracking().Where(s => s.Audience == audience).OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancel);
            var (dutch, english) = StatementAudiences.TextOf(audience);
            if (newest is not null && newest.DutchText == dutch && newest.EnglishText == english)
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
