using System.Buffers;
using System.Text.Json;
using Kring.Access.Sealing;

namespace Kring.Access.Log.Tree;

/// <summary>
/// What a leaf holds: 1 byte format, 1 byte that tells whose key ('C': of the compartment that the entry is about; 'P': the program's own, for an entry about a compartment that
/// has no key), and the entry sealed with it. The entry is JSON with its fields in one fixed order, so one entry has one spelling.
/// </summary>
internal static class LeafBytes
{
    private const byte Format = 1, Compartments = (byte)'C', Programs = (byte)'P';

    internal static byte[] Seal(Guid entry, byte[] spelled, CompartmentKey? compartment, CompartmentKey program)
        => [Format, compartment is null ? Programs : Compartments, .. (compartment ?? program).SealBytes(Place(entry), spelled)];

    /// <summary>Whether it takes the key of the compartment to read it.</summary>
    internal static bool NeedsCompartment(ReadOnlySpan<byte> leaf) => leaf.Length > 1 && leaf[1] == Compartments;

    /// <exception cref="SealBrokenException">It was altered, belongs elsewhere, or takes another key.</exception>
    internal static byte[] Open(Guid entry, ReadOnlySpan<byte> leaf, CompartmentKey key)
        => leaf is [Format, Compartments or Programs, ..] ? key.OpenBytes(Place(entry), leaf[2..]) : throw new SealBrokenException(Place(entry));

    /// <summary>What is sealed of an entry that was gone before it could be hashed.</summary>
    internal static byte[] Gone(Guid entry) => Without(entry, "gone");

    /// <summary>What is sealed of an entry that was altered into nonsense before it could be hashed: it must not hold up the others.</summary>
    internal static byte[] Unreadable(Guid entry) => Without(entry, "unreadable");

    private static byte[] Without(Guid entry, string why) => Write(json =>
    {
        json.WriteString("id", entry);
        json.WriteBoolean(why, true);
    });

    internal static byte[] Spell(AccessEntry entry) => Write(json =>
    {
        json.WriteString("id", entry.Id);
        json.WriteString("compartment", entry.Compartment.Value);
        json.WriteString("kind", entry.Kind.ToString());
        json.WriteNumber("at", (entry.At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        json.WriteNumber("operation", (int)entry.Operation);
        json.WriteString("outcome", entry.Outcome.ToString());
        Optional(json, "refusal", entry.Refusal);
        Optional(json, "person", entry.Person?.Value);
        Optional(json, "job", entry.Job);
        json.WriteString("role", entry.Role.ToString());
        Optional(json, "organisation", entry.Organisation?.Value);
        Optional(json, "onBehalfOf", entry.OnBehalfOf?.Value);
        json.WriteString("purpose", entry.Purpose);
        json.WriteString("objectType", entry.ObjectType);
        Optional(json, "objectId", entry.ObjectId);
        Optional(json, "session", entry.Session?.Value);
        Optional(json, "relation", entry.RelationId);
        json.WriteNumber("policy", entry.PolicyStamp);
        json.WriteBoolean("authorised", entry.Authorised);
        json.WriteBoolean("related", entry.Related);
        json.WriteBoolean("consented", entry.Consented);
        json.WriteBoolean("emergency", entry.Emergency);
    });

    private static string Place(Guid entry) => $"log_leaves|{entry:N}|bytes";

    private static void Optional(Utf8JsonWriter json, string name, object? value)
    {
        if (value is not null)
            json.WriteString(name, value.ToString());
    }

    private static byte[] Write(Action<Utf8JsonWriter> fields)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
