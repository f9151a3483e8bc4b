using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Law;

internal static class LawTables
{
    internal static void Map(ModelBuilder model)
    {
        var term = model.Entity<LegalTerm>();
        term.ToTable("legal_terms").HasKey(t => new { t.Key, t.EffectiveFrom });
        term.HoldsNothingPersonal(t => t.Key, t => t.EffectiveFrom, t => t.EffectiveUntil, t => t.Value, t => t.Source);
    }
}
