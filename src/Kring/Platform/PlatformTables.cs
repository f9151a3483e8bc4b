using Kring.Data;
using Kring.Platform.Law;
using Microsoft.EntityFrameworkCore;

namespace Kring.Platform;

internal static class PlatformTables
{
    internal static void Map(ModelBuilder model)
    {
        var term = model.Entity<LegalTerm>();
        term.ToTable("legal_terms").HasKey(t => new { t.Key, t.EffectiveFrom });
        term.HoldsNothingPersonal(t => t.Key, t => t.EffectiveFrom, t => t.EffectiveUntil, t => t.Value, t => t.Source);

        var key = model.Entity<ProtectionKey>();
        key.ToTable("protection_keys").HasKey(k => k.Id);
        key.HoldsNothingPersonal(k => k.Id, k => k.Name, k => k.Xml);
    }
}
