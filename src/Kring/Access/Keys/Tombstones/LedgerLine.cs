using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kring.Access.Keys.Tombstones;

/// <summary>One line of the ledger: a tombstone, and the hash of the line before. A line that is left out, changed or put elsewhere breaks the chain.</summary>
internal sealed record LedgerLine(long Number, CompartmentId Compartment, CompartmentKind Kind, DateTimeOffset At, DestructionReason Reason, string By, string Before)
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    internal string Text => string.Create(CultureInfo.InvariantCulture, $"{Number} {Compartment.Value:D} {Kind} {At.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture)} {Reason} {By} {Before}");

    internal string Hash => HashOf(Text);

    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The line of a tombstone that is in the database, after the line with this hash.</summary>
    internal static LedgerLine Of(Tombstone stone, string before) => new(stone.Number, stone.Compartment, stone.Kind, stone.At, stone.Reason, stone.By, before);

    /// <returns>Null when it is no line of a ledger.</returns>
    internal static LedgerLine? Parse(string text)
        => text.Split(' ') is [var number, var compartment, var kind, var at, var reason, { Length: > 0 } by, var before]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && Guid.TryParseExact(compartment, "D", out var id)
            && Enum.TryParse<CompartmentKind>(kind, out var k)
            && DateTimeOffset.TryParseExact(at, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var when)
            && Enum.TryParse<DestructionReason>(reason, out var why)
            ? new LedgerLine(n, new CompartmentId(id), k, when, why, by, before)
            : null;
}
