using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kring.Data.Wall;

/// <summary>Statements that no parameter can be part of, made from names in the program and in its settings.</summary>
internal static class OwnersStatements
{
    internal static async Task Statements(this DbContext owner, string sql, CancellationToken cancel)
    {
        await using var command = owner.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (sql, owner.Database.CurrentTransaction?.GetDbTransaction());
        await command.ExecuteNonQueryAsync(cancel);
    }
}
