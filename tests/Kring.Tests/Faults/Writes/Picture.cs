using System.Globalization;
using Kring.Access;
using Kring.Access.Log;
using Kring.Data;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kring.Tests.Faults.Writes;

/// <summary>Everything that stands in the database at one moment, row by row, and the log beside it.</summary>
internal sealed class Picture
{
    /// <summary>What is new every time (ids, moments, sealed values, free text) is only there or not there in a comparison.</summary>
    private const string Something = "·";
    private readonly Dictionary<(string Table, string Key), Row> _rows = [];
    private readonly Dictionary<(string Table, string Key), Row> _log = [];

    internal static Task<Picture> Take(KringApp app) => app.InDatabase(async db =>
    {
        var picture = new Picture();
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes())
            await Read(db, entity, entity.ClrType == typeof(AccessEntry) ? picture._log : picture._rows);
        return picture;
    });

    /// <summary>What is another than before, without what is new every time.</summary>
    internal string ChangedSince(Picture before)
    {
        var lines = new List<string>();
        foreach (var (key, row) in _rows)
        {
            if (!before._rows.TryGetValue(key, out var old))
                lines.Add($"{key.Table}: added {string.Join(' ', row.Plain)}");
            else if (!old.Exact.SequenceEqual(row.Exact, StringComparer.Ordinal))
                lines.Add($"{key.Table}: changed {string.Join(' ', row.Columns.Where((_, i) => old.Exact[i] != row.Exact[i]).Zip(row.Plain.Where((_, i) => old.Exact[i] != row.Exact[i]), (column, value) => $"{column}={value}"))}");
        }

        lines.AddRange(before._rows.Where(r => !_rows.ContainsKey(r.Key)).Select(r => $"{r.Key.Table}: removed"));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <summary>The compartments in which something is another than before.</summary>
    internal IReadOnlySet<Guid> CompartmentsChangedSince(Picture before)
        => _rows.Where(r => !before._rows.TryGetValue(r.Key, out var old) || !old.Exact.SequenceEqual(r.Value.Exact, StringComparer.Ordinal)).Select(r => r.Value)
            .Concat(before._rows.Where(r => !_rows.ContainsKey(r.Key)).Select(r => r.Value)).Select(r => r.Compartment).OfType<Guid>().ToHashSet();

    /// <summary>The compartments of which the log tells since then that something was changed.</summary>
    internal IReadOnlySet<Guid> ChangesToldSince(Picture before)
        => _log.Where(e => !before._log.ContainsKey(e.Key)).Select(e => e.Value).Where(IsChange).Select(e => e.Compartment!.Value).ToHashSet();

    /// <summary>No line of the log changes or goes.</summary>
    internal bool KeepsLogOf(Picture before) => before._log.All(e => _log.TryGetValue(e.Key, out var now) && now.Exact.SequenceEqual(e.Value.Exact, StringComparer.Ordinal));

    private static bool IsChange(Row entry)
    {
        var operation = (Operations)int.Parse(entry.Of("operation"), CultureInfo.InvariantCulture);
        return entry.Of("outcome") == nameof(Outcome.Done) && (operation & ~(Operations.Read | Operations.Export)) != Operations.None;
    }

    private static async Task Read(AppDb db, IEntityType entity, Dictionary<(string Table, string Key), Row> rows)
    {
        var store = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var properties = entity.GetProperties().ToList();
        var columns = properties.ConvertAll(p => p.GetColumnName(store)!);
        var keys = entity.FindPrimaryKey()!.Properties.Select(p => properties.IndexOf(p)).ToList();
        var compartment = entity.ClrType == typeof(Compartment) ? columns.IndexOf("id") : typeof(ICompartmented).IsAssignableFrom(entity.ClrType) ? columns.IndexOf("compartment") : -1;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"select {string.Join(", ", columns.Select(c => $"\"{c}\""))} from \"{store.Name}\"";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var values = Enumerable.Range(0, columns.Count).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i)).ToList();
            var exact = values.ConvertAll(Written);
            rows[(store.Name, string.Join('/', keys.Select(k => exact[k])))] = new Row(columns, exact, [.. values.Select((v, i) => v is null ? "-" : IsPlain(properties[i].ClrType) ? exact[i] : Something)],
                compartment < 0 ? null : values[compartment] is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)values[compartment]!);
        }
    }

    private static string Written(object? value) => value switch
    {
        null => "-",
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool IsPlain(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain.IsEnum || plain == typeof(bool) || plain == typeof(int) || plain == typeof(long));

    private sealed record Row(IReadOnlyList<string> Columns, IReadOnlyList<string> Exact, IReadOnlyList<string> Plain, Guid? Compartment)
    {
        internal string Of(string column) => Exact[Columns.ToList().IndexOf(column)];
    }
}
