using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Kring.Data;

/// <summary>
/// Inserts many rows of one kind as they are mapped: one statement on PostgreSQL, whatever their number, and one prepared statement on SQLite. For the few places where hundreds of
/// rows a second are written; everything else is saved by the context.
/// </summary>
internal static class BulkRows
{
    private static readonly ConcurrentDictionary<IEntityType, Plan> Plans = new();
    private static readonly ConcurrentDictionary<(IEntityType Type, string Properties), Plan> Updates = new();

    /// <summary>Within the transaction of the context, which must have one when there are several rows.</summary>
    internal static Task Insert(AppDb db, IEntityType type, IReadOnlyList<object> rows, CancellationToken cancel)
    {
        var plan = Plans.GetOrAdd(type, static (kind, lite) => Plan.Of(kind, lite), db is SqliteDb);
        return Statements.ForEach(db, plan.Sql, [.. plan.Columns.Select(column => column.Of(rows))], rows.Count, cancel);
    }

    /// <summary>Writes some columns of rows that are there.</summary>
    /// <param name="properties">The names of the columns' properties.</param>
    internal static Task Update<T>(AppDb db, IReadOnlyList<T> rows, CancellationToken cancel, params string[] properties) where T : class
    {
        var plan = Updates.GetOrAdd((db.Model.FindEntityType(typeof(T))!, string.Join(',', properties)), static (kind, asked) => Plan.Of(kind.Type, asked.Properties, asked.Lite), (Properties: properties, Lite: db is SqliteDb));
        return Statements.ForEach(db, plan.Sql, [.. plan.Columns.Select(column => column.Of(rows))], rows.Count, cancel);
    }

    private sealed record Plan(string Sql, IReadOnlyList<Column> Columns)
    {
        internal static Plan Of(IEntityType type, bool lite)
        {
            var columns = type.GetProperties().Select(property => new Column(property)).ToList();
            var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
            var values = string.Join(", ", columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}")));
            return new Plan(lite ? $"insert into \"{type.GetTableName()}\" ({names}) values ({values})" : $"insert into \"{type.GetTableName()}\" ({names}) select * from unnest({values})", columns);
        }

        internal static Plan Of(IEntityType type, string[] properties, bool lite)
        {
            var (key, set) = (type.FindPrimaryKey()!.Properties.Select(property => new Column(property)).ToList(), properties.Select(name => new Column(type.FindProperty(name)!)).ToList());
            List<Column> columns = [.. key, .. set];
            var names = columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}")).ToList();
            string Value(int i) => lite ? names[i] : string.Create(CultureInfo.InvariantCulture, $"v.c{i}");
            var changes = string.Join(", ", set.Select((column, i) => $"\"{column.Name}\" = {Value(key.Count + i)}"));
            var same = string.Join(" and ", key.Select((column, i) => $"t.\"{column.Name}\" = {Value(i)}"));
            var from = lite ? "" : $" from unnest({string.Join(", ", names)}) as v({string.Join(", ", columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"c{i}")))})";
            return new Plan($"update \"{type.GetTableName()}\" as t set {changes}{from} where {same}", columns);
        }
    }

    private sealed class Column(IProperty property)
    {
        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();
        private readonly IClrPropertyGetter _getter = property.GetGetter();

        internal string Name { get; } = property.GetColumnName();

        internal StatementColumn Of(IReadOnlyList<object> rows)
        {
            var convert = _mapping.Converter?.ConvertToProvider;
            return new StatementColumn(_mapping.StoreTypeNameBase, _mapping.Converter?.ProviderClrType ?? property.ClrType,
                [.. rows.Select(row => _getter.GetClrValue(row) is { } value ? convert is null ? value : convert(value) : null)]);
        }
    }
}

/// <summary>The values of one parameter, one for each row.</summary>
/// <param name="StoreType">As PostgreSQL calls it: uuid, text.</param>
internal sealed record StatementColumn(string StoreType, Type Type, IReadOnlyList<object?> Values);

/// <summary>One statement for many rows: on PostgreSQL once, with an array for each parameter, on SQLite once for each row. Its parameters are @p0, @p1.</summary>
internal static class Statements
{
    internal static async Task ForEach(AppDb db, string sql, IReadOnlyList<StatementColumn> columns, int rows, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            (command.CommandText, command.Transaction) = (sql, db.Database.CurrentTransaction?.GetDbTransaction());
            if (db is SqliteDb)
                OneByOne(command, columns, rows);
            else
                await AtOnce(command, columns, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static void OneByOne(DbCommand command, IReadOnlyList<StatementColumn> columns, int rows)
    {
        for (var column = 0; column < columns.Count; column++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Name(column);
            command.Parameters.Add(parameter);
        }

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns.Count; column++)
                command.Parameters[column].Value = columns[column].Values[row] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static Task<int> AtOnce(DbCommand command, IReadOnlyList<StatementColumn> columns, CancellationToken cancel)
    {
        for (var column = 0; column < columns.Count; column++)
            command.Parameters.Add(new NpgsqlParameter { ParameterName = Name(column), Value = Array(columns[column]), DataTypeName = columns[column].StoreType + "[]" });
        return command.ExecuteNonQueryAsync(cancel);
    }

    private static Array Array(StatementColumn column)
    {
        var plain = Nullable.GetUnderlyingType(column.Type) ?? column.Type;
        var values = System.Array.CreateInstance(plain.IsValueType ? typeof(Nullable<>).MakeGenericType(plain) : plain, column.Values.Count);
        for (var row = 0; row < column.Values.Count; row++)
            values.SetValue(column.Values[row], row);
        return values;
    }

    private static string Name(int column) => string.Create(CultureInfo.InvariantCulture, $"@p{column}");
}
