using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kring.Data.Wall;

/// <summary>
/// The wall as statements for PostgreSQL, made from the model: every table with a compartment is shut, for its owner too, but for who stands in a relation with that compartment by
/// the rows of the database itself.
/// </summary>
internal static class WallScript
{
    private const string Compartment = "compartment";

    /// <summary>Every mapped table that lives in compartments, with the column that names them.</summary>
    internal static IReadOnlyList<(string Table, string Column)> Tables(IModel model)
        => [.. from entity in model.GetEntityTypes()
               let table = entity.GetTableName()!
               let column = table == WallRules.Compartments ? "id" : entity.GetProperties().Select(p => p.GetColumnName()).FirstOrDefault(name => name == Compartment)
               where column is not null
               orderby table
               select (table, column)];

    internal static string Of(IModel model)
        => string.Join('\n', Tables(model).SelectMany(t => Shut(t.Table, t.Column)).Prepend(WallRules.Functions));

    private static IEnumerable<string> Shut(string table, string column)
    {
        yield return $"alter table {table} enable row level security;";
        yield return $"alter table {table} force row level security;";
        WallRule[] always = [new("wall_open", "all", $"{column} = {WallRules.Open}"), new("wall_service", "all", WallRules.Serves(WallServices.Program, WallServices.Owner))];
        foreach (var rule in always.Concat(WallRules.Of(table)))
        {
            yield return $"drop policy if exists {rule.Name} on {table};";
            yield return $"create policy {rule.Name} on {table} for {rule.For} {(rule.For == "insert" ? "with check" : "using")} ({rule.Holds}){(rule.Leaves is null ? "" : $" with check ({rule.Leaves})")};";
        }
    }

    /// <summary>Builds the wall where it is not as this version makes it. Run by the owner, within the turn of whoever migrates.</summary>
    internal static async Task Build(PostgresDb owner, IModel model, CancellationToken cancel)
    {
        var script = Of(model);
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        var built = await owner.Database.SqlQuery<string>($"select coalesce(obj_description(to_regprocedure('kring_open()'), 'pg_proc'), '') as \"Value\"").SingleAsync(cancel);
        if (built == mark)
            return;
        // All of it or nothing: never a table without its rules.
        await using var transaction = await owner.Database.BeginTransactionAsync(cancel);
        await owner.Statements($"{script}\ncomment on function kring_open() is '{mark}';", cancel);
        await transaction.CommitAsync(cancel);
    }
}

/// <summary>One way through the wall of a table, beside the others.</summary>
/// <param name="For">Which commands: all, select, insert, update or delete.</param>
/// <param name="Leaves">What must hold of a row after an update; null: the same.</param>
internal sealed record WallRule(string Name, string For, string Holds, string? Leaves = null);
