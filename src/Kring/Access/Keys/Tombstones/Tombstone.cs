namespace Kring.Access.Keys.Tombstones;

/// <summary>Why a compartment was destroyed.</summary>
public enum DestructionReason
{
    /// <summary>Its term was over (AVG art. 5(1)(e)).</summary>
    TermOver,
    /// <summary>Somebody asked for erasure (AVG art. 17).</summary>
    ErasureAsked,
    /// <summary>The care recipient asked for destruction (BW 7:455).</summary>
    DestructionAsked,
}

/// <summary>
/// That a compartment was destroyed: its key, and its rows but for the access log. The same line stands in the ledger, outside the databases and their backups. Kept for as long as
/// a backup may bring the compartment back.
/// </summary>
internal sealed class Tombstone
{
    /// <summary>From 1 on, without a gap.</summary>
    public required long Number { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required CompartmentKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DestructionReason Reason { get; init; }

    /// <summary>Who ordered it: "person:ID" or "job:NAME".</summary>
    public required string By { get; init; }

    /// <summary>The hash of its line in the ledger.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it stands in the ledger, and the key is gone.</summary>
    public bool InLedger { get; set; }

    internal static Tombstone Of(LedgerLine line, bool inLedger) => new()
    {
        Number = line.Number,
        Compartment = line.Compartment,
        Kind = line.Kind,
        At = line.At,
        Reason = line.Reason,
        By = line.By,
        Hash = line.Hash,
        InLedger = inLedger,
    };
}

/// <summary>One row: to which ledger the database belongs, how far the tombstones go, and whether it came from a backup.</summary>
internal sealed class LedgerMark
{
    internal const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public required string Ledger { get; set; }

    /// <summary>The number of the last tombstone.</summary>
    public long Number { get; set; }

    /// <summary>The hash of the last tombstone's line, or of the ledger's first line.</summary>
    public required string Hash { get; set; }

    /// <summary>When a backup was put back, until the tombstones were replayed on it.</summary>
    public DateTimeOffset? RestoredAt { get; set; }
}
