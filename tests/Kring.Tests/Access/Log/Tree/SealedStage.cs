using Kring.Access;
using Kring.Access.Keys;
using Kring.Access.Log;
using Kring.Access.Log.Tree;
using Kring.Access.Log.Tree.Checks;
using Kring.Access.Log.Tree.Exports;
using Kring.Data;
using Kring.Start;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access.Log.Tree;

/// <summary>A log with sealed lines, somebody with the database in their hands, and whoever checks it.</summary>
internal sealed class SealedStage(KringApp app)
{
    private static readonly string[] Tables = ["access_entries", "log_leaves", "log_tiles", "log_checkpoints"];

    internal LogPublicKey Key => app.Services.GetRequiredService<LogSigner>().PublicKey;

    private SealLog Sealing => app.Services.GetRequiredService<SealLog>();

    /// <summary>Lines about a compartment that has a key, written as requests do.</summary>
    internal async Task Log(CompartmentId compartment, int count)
    {
        var lane = app.Services.GetRequiredService<ReadLogLane>();
        for (var left = count; left > 0; left -= 400)
            await lane.Write([.. Enumerable.Range(0, Math.Min(left, 400)).Select(_ => Line(compartment))], default);
    }

    internal static AccessEntry Line(CompartmentId compartment) => new()
    {
        Id = Guid.CreateVersion7(),
        Compartment = compartment,
        Kind = CompartmentKind.Person,
        At = DateTimeOffset.UnixEpoch.AddDays(20_000),
        Operation = Operations.Read,
        Outcome = Outcome.Done,
        Job = "test",
        Role = Role.Job,
        Purpose = "people.sign-in",
        ObjectType = "profile",
        ObjectId = Guid.CreateVersion7(),
        PolicyStamp = 1,
        Authorised = true,
        Related = true,
        Consented = true,
        Emergency = false,
    };

    /// <summary>Seals what waits, and signs.</summary>
    internal async Task Seal()
    {
        while (await Sealing.Append(default))
        {
        }

        await Sealing.SignCheckpoint(default);
    }

    internal Task<long> Size() => app.InDatabase(db => new StoredTree(db, default).Size());

    internal Task<LogLeaf> Leaf(long index) => app.InDatabase(db => db.Set<LogLeaf>().AsNoTracking().SingleAsync(l => l.Index == index));

    internal async Task<AccessEntry> LineOf(long index)
    {
        var leaf = await Leaf(index);
        return await app.InDatabase(db => db.Set<AccessEntry>().AsNoTracking().SingleAsync(e => e.Compartment == leaf.Compartment && e.Id == leaf.Entry));
    }

    /// <summary>What log verify says is wrong, or null.</summary>
    internal async Task<string?> Fault()
    {
        try
        {
            await VerifySealed.Run(app.Services, default);
            return null;
        }
        catch (LogFaultException fault)
        {
            return fault.Message;
        }
    }

    internal Task<long?> Export(string folder) => new ExportLog(app.Services.GetRequiredService<IDbContextFactory<AppDb>>(), app.Services.GetRequiredService<LogSigner>()).Run(folder, default);

    /// <summary>What checking an export says is wrong, or null. Beside the folder it gets the public key and files of others, and nothing else.</summary>
    internal static async Task<string?> FaultOf(string folder, LogPublicKey key, params string[] checkpoints)
    {
        try
        {
            await new CheckTree(new ExportedCopy(folder, key, checkpoints, _ => { })).Run(default);
            return null;
        }
        catch (LogFaultException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Destroys a key, as erasing does; nobody keeps it in memory any more.</summary>
    internal async Task Erase(CompartmentId compartment)
    {
        await using var keys = await app.Services.GetRequiredService<IDbContextFactory<KeyDb>>().CreateDbContextAsync();
        await keys.Keys.Where(k => k.Compartment == compartment).ExecuteDeleteAsync();
        await app.InDatabase(db => db.Set<AccessEntry>().Where(e => e.Compartment == compartment).ExecuteDeleteAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(7));
    }

    /// <summary>Copies the log as it is, for <see cref="PutBack"/>.</summary>
    internal async Task Keep()
    {
        foreach (var table in Tables)
            await app.Execute($"create table kept_{table} as select * from {table}");
    }

    internal Task PutBack() => app.InDatabase(async db =>
    {
        await using var transaction = await db.BeginAlone(default);
        foreach (var sql in Tables.Select(table => $"delete from {table}; insert into {table} select * from kept_{table};"))
            await db.Database.ExecuteSqlRawAsync(sql);
        await db.Database.ExecuteSqlRawAsync("delete from log_awaiting");
        await transaction.Commit(default);
        return 0;
    });
}
