using Kring.Access.Keys;
using Kring.Access.Keys.Tombstones;
using Kring.Access.Log;
using Kring.Access.Log.Tree;
using Kring.Access.Register;
using Kring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kring.Access;

internal static class AccessTables
{
    internal static void Map(ModelBuilder model)
    {
        var compartment = model.Entity<Compartment>();
        compartment.ToTable("compartments").HasKey(c => c.Id);
        compartment.Holds(DataCategory.Pseudonym, Whose.Anyone, RetentionClass.Account, c => c.Id)
            .HoldsNothingPersonal(c => c.Kind, c => c.MadeAt);
        var key = model.Entity<ProtectionKey>();
        key.ToTable("protection_keys").HasKey(k => k.Id);
        key.HoldsNothingPersonal(k => k.Id, k => k.Name, k => k.Xml);
        MapTombstones(model);
        MapRegister(model);
        MapLog(model);
        TreeTables.Map(model);
    }

    private static void MapTombstones(ModelBuilder model)
    {
        var stone = model.Entity<Tombstone>();
        stone.ToTable("tombstones").HasKey(t => t.Number);
        stone.Property(t => t.Number).ValueGeneratedNever();
        stone.HasIndex(t => t.Compartment).IsUnique();
        stone.Property(t => t.Hash).HasMaxLength(64);
        stone.Holds(DataCategory.Pseudonym, Whose.Anyone, RetentionClass.Destruction, t => t.Compartment, t => t.By, t => t.At)
            .HoldsNothingPersonal(t => t.Number, t => t.Kind, t => t.Reason, t => t.Hash, t => t.InLedger);
        var mark = model.Entity<LedgerMark>();
        mark.ToTable("ledger_marks").HasKey(m => m.Id);
        mark.Property(m => m.Id).ValueGeneratedNever();
        mark.HoldsNothingPersonal(m => m.Id, m => m.Ledger, m => m.Number, m => m.Hash, m => m.RestoredAt);
    }

    private static void MapRegister(ModelBuilder model)
    {
        var activity = model.Entity<ProcessingActivity>();
        activity.ToTable("processing_activities").HasKey(a => new { a.Organisation, a.Key });
        activity.Property(a => a.Categories).HasConversion(
            list => string.Join(',', list),
            text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DataCategory>).ToList(),
            new ValueComparer<IReadOnlyList<DataCategory>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList()));
        activity.HoldsNothingPersonal(a => a.Organisation, a => a.Key, a => a.Name, a => a.GroundArticle6, a => a.ExceptionArticle9,
            a => a.Categories, a => a.RetentionClass, a => a.Status, a => a.AssessmentRequired, a => a.AssessmentApprovedAt);
        activity.Ignore(a => a.MayRun);

        var rule = model.Entity<MatrixRule>();
        rule.ToTable("matrix_rules").HasKey(r => new { r.Organisation, r.Role, r.Purpose });
        rule.HoldsNothingPersonal(r => r.Organisation, r => r.Role, r => r.Purpose, r => r.Operations);
        rule.Property(r => r.Operations).HasConversion<int>();

        var stamp = model.Entity<PolicyStamp>();
        stamp.ToTable("policy_stamps").HasKey(s => s.Id);
        stamp.Property(s => s.Id).ValueGeneratedNever();
        stamp.Property(s => s.Value).IsConcurrencyToken();
        stamp.HoldsNothingPersonal(s => s.Id, s => s.Value);
    }

    private static void MapLog(ModelBuilder model)
    {
        var entry = model.Entity<AccessEntry>();
        entry.ToTable("access_entries").HasKey(e => new { e.Compartment, e.Id });
        entry.HasIndex(e => new { e.Compartment, e.At });
        entry.HasIndex(e => new { e.Person, e.At });
        entry.Property(e => e.Operation).HasConversion<int>();
        entry.Holds(DataCategory.Usage, Whose.Anyone, RetentionClass.AccessLog,
                e => e.Compartment, e => e.Person, e => e.Session, e => e.OnBehalfOf, e => e.RelationId, e => e.ObjectId, e => e.At, e => e.Role, e => e.Organisation)
            .HoldsNothingPersonal(e => e.Id, e => e.Kind, e => e.Operation, e => e.Outcome, e => e.Refusal, e => e.Job, e => e.Purpose,
                e => e.ObjectType, e => e.PolicyStamp, e => e.Authorised, e => e.Related, e => e.Consented, e => e.Emergency);
    }
}
