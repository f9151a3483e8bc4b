using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kring.Data;

/// <summary>A query that is built once and then only run. For the few that every request asks: building those anew costs more than running them.</summary>
/// <param name="build">Gives what <see cref="Microsoft.EntityFrameworkCore.EF.CompileAsyncQuery"/> makes of it.</param>
internal sealed class HotQuery<TRun>(Func<TRun> build) where TRun : Delegate
{
    // Each way to the database has a model of its own.
    private readonly ConditionalWeakTable<IModel, TRun> _built = [];

    internal TRun On(AppDb db) => _built.GetValue(db.Model, _ => build());
}
