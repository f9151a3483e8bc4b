using System.Globalization;
using Kring.Access;
using Kring.Access.Log;
using Kring.Access.Log.Tree;
using Kring.Data;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kring.Tests.Faults.Writes;

/// <summary>Everything that stands in the database at one moment, row by row, and the log beside it.</summary>
internal sealed class Picture
{
    private readonly Dictionary<(string Table, string Key), Row> _rows = [];
    private readonly Dictionary<(string Table, string Key), Row> _log = [];

    internal static Task<Picture> Take(KringApp app) => app.InDatabase(async db =>
    {
        var picture = new Picture();
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.Namespace != typeof(AwaitingLeaf).Namespace)) // the sealed log follows from the log
            await Read(db, new Columns(entity), entity.ClrType == typeof(AccessEntry) ? picture._log : picture._rows);
        return picture;
    });

    /// <summary>What is another than before, without what is new every time.</summary>
    internal string ChangedSince(Picture before)
    {
        var lines = new List<string>();
        foreach (var (key, row) in _rows)
        {
            if (!before._rows.TryGetValue(key, out var old))
                lines.Add($"{key.Table}: added {row.Plain()}");
            else if (!old.IsSame(row))
                lines.Add($"{key.Table}: changed {row.PlainSince(old)}");
        }

        lines.AddRange(before._rows.Keys.Where(k => !_rows.ContainsKey(k)).Select(k => $"{k.Table}: removed"));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <summary>The compartments in which something is another than before.</summary>
    internal IReadOnlySet<Guid> CompartmentsChangedSince(Picture before)
        => _rows.Where(r => !before._rows.TryGetValue(r.Key, out var old) || !old.IsSame(r.Value)).Select(r => r.Value)
            .Concat(before._rows.Where(r => !_rows.ContainsKey(r.Key)).Select(r => r.Value)).Select(r => r.Compartment).OfType<Guid>().ToHashSet();

    /// <summary>The compartments of which the log tells since then that something was changed.</summary>
    internal IReadOnlySet<Guid> ChangesToldSince(Picture before)
        => _log.Where(e => !before._log.ContainsKey(e.Key)).Select(e => e.Value).Where(IsChange).Select(e => e.Compartment!.Value).ToHashSet();

    /// <summary>No line of the log changes or goes.</summary>
    internal bool KeepsLogOf(Picture before) => before._log.All(e => _log.TryGetValue(e.Key, out var now) && now.IsSame(e.Value));

    private static bool IsChange(Row entry)
    {
        var operation = (Operations)Convert.ToInt32(entry.Of("operation"), CultureInfo.InvariantCulture);
        return entry.Of("outcome") is nameof(Outcome.Done) && (operation & ~(Operations.Read | Operations.Export)) != Operations.None;
    }

    private static async Task Read(AppDb db, Columns columns, Dictionary<(string Table, string Key), Row> rows)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = columns.Query;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var values = new object[columns.Names.Count];
            reader.GetValues(values);
            var row = new Row(columns, values);
            rows[(columns.Table, row.Key)] = row;
        }
    }
}

/// <summary>What a table has, and what of it can be compared from one run to another.</summary>
internal sealed class Columns
{
    internal Columns(IEntityType entity)
    {
        var store = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var properties = entity.GetProperties().ToList();
        Table = store.Name;
        Names = properties.ConvertAll(p => p.GetColumnName(store)!);
        Keys = [.. entity.FindPrimaryKey()!.Properties.Select(p => properties.IndexOf(p))];
        IsPlain = properties.ConvertAll(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) is var plain && (plain.IsEnum || plain == typeof(bool) || plain == typeof(int) || plain == typeof(long)));
        Compartment = entity.ClrType == typeof(Compartment) ? Names.IndexOf("id") : typeof(ICompartmented).IsAssignableFrom(entity.ClrType) ? Names.IndexOf("compartment") : -1;
    }

    internal string Table { get; }

    internal List<string> Names { get; }

    internal IReadOnlyList<int> Keys { get; }

    /// <summary>Enums, counts and the like. What is new every time (ids, moments, sealed values, free text) is only there or not there in a comparison.</summary>
    internal IReadOnlyList<bool> IsPlain { get; }

    internal int Compartment { get; }

    internal string Query => $"select {string.Join(", ", Names.Select(c => $"\"{c}\""))} from \"{Table}\"";
}

internal sealed record Row(Columns Columns, object[] Values)
{
    internal string Key => string.Join('/', Columns.Keys.Select(k => Values[k] is byte[] bytes ? Convert.ToHexString(bytes) : Values[k].ToString()));

    internal Guid? Compartment => Columns.Compartment < 0 ? null : Values[Columns.Compartment] is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)Values[Columns.Compartment];

    internal object Of(string column) => Values[Columns.Names.IndexOf(column)];

    internal bool IsSame(Row other) => Values.Zip(other.Values).All(v => Same(v.First, v.Second));

    internal string Plain() => string.Join(' ', Values.Select((_, i) => Shown(i)));

    internal string PlainSince(Row old) => string.Join(' ', Enumerable.Range(0, Values.Length).Where(i => !Same(Values[i], old.Values[i])).Select(i => $"{Columns.Names[i]}={Shown(i)}"));

    private static bool Same(object one, object other) => one is byte[] bytes ? other is byte[] others && bytes.AsSpan().SequenceEqual(others) : one.Equals(other);

    private string? Shown(int i) => Values[i] is DBNull ? "-" : Columns.IsPlain[i] ? Convert.ToString(Values[i], CultureInfo.InvariantCulture) : "·";
}
