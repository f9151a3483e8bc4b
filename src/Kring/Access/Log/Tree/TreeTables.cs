using Kring.Access.Register;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log.Tree;

internal static class TreeTables
{
    internal static void Map(ModelBuilder model)
    {
        var awaiting = model.Entity<AwaitingLeaf>();
        awaiting.ToTable("log_awaiting").HasKey(a => a.Position);
        awaiting.Holds(DataCategory.Usage, Whose.Anyone, RetentionClass.AccessLog, a => a.Compartment).HoldsNothingPersonal(a => a.Position, a => a.Entry);

        var leaf = model.Entity<LogLeaf>();
        leaf.ToTable("log_leaves").HasKey(l => l.Index);
        leaf.Property(l => l.Index).ValueGeneratedNever();
        leaf.HasIndex(l => new { l.Compartment, l.Entry }).IsUnique();
        leaf.Holds(DataCategory.Usage, Whose.Anyone, RetentionClass.AccessLog, l => l.Compartment, l => l.Bytes).HoldsNothingPersonal(l => l.Index, l => l.Entry, l => l.Hash);

        var tile = model.Entity<LogTile>();
        tile.ToTable("log_tiles").HasKey(t => new { t.Level, t.Index });
        tile.HoldsNothingPersonal(t => t.Level, t => t.Index, t => t.Hashes, t => t.Root);

        var checkpoint = model.Entity<LogCheckpoint>();
        checkpoint.ToTable("log_checkpoints").HasKey(c => c.Size);
        checkpoint.Property(c => c.Size).ValueGeneratedNever();
        checkpoint.HoldsNothingPersonal(c => c.Size, c => c.Note, c => c.At);

        var witness = model.Entity<LogWitness>();
        witness.ToTable("log_witnesses").HasKey(w => w.Name);
        witness.HoldsNothingPersonal(w => w.Name, w => w.Size, w => w.Note, w => w.At, w => w.Contradiction);
    }
}
