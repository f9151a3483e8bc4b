using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Kring.Data;

/// <summary>The steps of a database's schema that this version knows and the database has not, and those that a later version made.</summary>
internal sealed record SchemaSteps(IReadOnlyList<string> Pending, IReadOnlyList<string> Later)
{
    internal static async Task<SchemaSteps> Of(DbContext db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToList();
        var done = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        return new SchemaSteps([.. known.Except(done, StringComparer.Ordinal)], [.. done.Except(known, StringComparer.Ordinal)]);
    }

    /// <summary>What a step will do, in words, in order.</summary>
    internal static IReadOnlyList<string> Words(DbContext db, string step)
    {
        var steps = db.GetService<IMigrationsAssembly>();
        return [.. steps.CreateMigration(steps.Migrations[step], db.Database.ProviderName!).UpOperations.Select(Words)];
    }

    private static string Words(MigrationOperation operation) => operation switch
    {
        CreateTableOperation table => $"makes table {table.Name} ({table.Columns.Count} columns)",
        CreateIndexOperation index => $"makes {(index.IsUnique ? "unique index" : "index")} {index.Name} on {index.Table}; writing to that table waits meanwhile",
        AddColumnOperation column => $"adds column {column.Table}.{column.Name}" + (column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null ? "" : ", which older versions do not fill: stop them first"),
        AlterColumnOperation column => $"changes column {column.Table}.{column.Name}",
        DropColumnOperation column => $"TAKES OUT column {column.Table}.{column.Name} with what it holds",
        DropTableOperation table => $"TAKES OUT table {table.Name} with what it holds",
        DropIndexOperation index => $"takes out index {index.Name}",
        RenameColumnOperation column => $"renames column {column.Table}.{column.Name} to {column.NewName}: stop older versions first",
        RenameTableOperation table => $"renames table {table.Name} to {table.NewName}: stop older versions first",
        SqlOperation sql => $"runs {sql.Sql.Trim()}",
        _ => $"does {operation.GetType().Name.Replace("Operation", "", StringComparison.Ordinal)}",
    };
}
