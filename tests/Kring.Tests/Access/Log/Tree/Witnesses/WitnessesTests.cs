using Kring.Access;
using Kring.Access.Log;
using Kring.Access.Log.Tree;
using Kring.Access.Log.Tree.Witnesses;
using Kring.Data;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kring.Tests.Access.Log.Tree.Witnesses;

/// <summary>One witness is a folder, the other an address. Both are outside what the operator can rewrite.</summary>
public sealed class WitnessesTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kring-witness-").FullName;
    private WitnessServer _server = null!;
    private KringApp _app = null!;
    private SealedStage _stage = null!;
    private CompartmentId _compartment;

    private string WitnessFile => FolderWitness.PathOf("folder:" + _folder, _stage.Key);

    public async ValueTask InitializeAsync()
    {
        _server = await WitnessServer.Start();
        _app = new KringApp { More = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Kring:Log:Witnesses"] = $"folder:{_folder}, {_server.Address}" } };
        await _app.InitializeAsync();
        _stage = new SealedStage(_app);
        _server.Trusts = _stage.Key;
        _compartment = (await new World(_app).Person("Annie de Vries")).Profile.Id;
        await Grow(20);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Both_keep_each_checkpoint_that_continues_the_one_before()
    {
        foreach (var more in new[] { 1, 300, 45 })
        {
            await Grow(more);
            Assert.All(await Publish(), a => Assert.Equal((WitnessAnswer.Keeps, ""), (a.How.Answer, a.How.What)));
            Assert.Equal(await _stage.Size(), _server.Last!.Size);
            Assert.Equal(await _stage.Size(), (await Kept()).Last().Size);
        }

        Assert.True((await Kept()).Count >= 3);
        Assert.Null(await _stage.Fault());
        var row = await _app.InDatabase(db => db.Set<LogWitness>().AsNoTracking().SingleAsync(w => w.Name == _server.Address));
        Assert.EndsWith("— witness.example/w1 CMp+6LWBU0anHGH5aNDTJkH=\n", row.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_witness_that_is_away_gets_it_later_and_the_operator_is_told_once()
    {
        await Publish();
        _server.IsDown = true;
        await Grow(5);
        await Publish();
        Assert.Equal(WitnessAnswer.Failed, (await Publish())[1].How.Answer);
        Assert.Single(_app.Log.All, l => l.Line.Contains($"The witness {_server.Address} did not take the checkpoint", StringComparison.Ordinal));
        Assert.Null(await _stage.Fault());
        _server.IsDown = false;
        Assert.Equal(WitnessAnswer.Keeps, (await Publish())[1].How.Answer);
        Assert.Equal(await _stage.Size(), _server.Last!.Size);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(200)]
    public async Task A_write_that_was_broken_off_is_cut_and_told(int left)
    {
        await Publish();
        var before = await File.ReadAllTextAsync(WitnessFile, TestContext.Current.CancellationToken);
        await Grow(1);
        await Publish();
        var whole = await File.ReadAllTextAsync(WitnessFile, TestContext.Current.CancellationToken);
        Assert.StartsWith(before, whole, StringComparison.Ordinal);
        await using (var torn = new FileStream(WitnessFile, FileMode.Open))
            torn.SetLength(System.Text.Encoding.UTF8.GetByteCount(before) + left);

        await Publish();

        Assert.Equal(whole, await File.ReadAllTextAsync(WitnessFile, TestContext.Current.CancellationToken));
        Assert.Single(_app.Log.All, l => l.Level == LogLevel.Warning && l.Line.Contains($"{left} bytes of a checkpoint that was never whole are cut", StringComparison.Ordinal));
        Assert.Null(await _stage.Fault());
    }

    [Fact]
    public async Task A_log_that_lost_its_end_is_contradicted_by_both()
    {
        await Grow(10);
        await Publish();
        await Cut(25);
        Assert.All(await Publish(), a => Assert.Contains("from index 25 on they are gone", a.How.What, StringComparison.Ordinal));
        Assert.Equal(2, _app.Log.All.Count(l => l.Level == LogLevel.Critical && l.Line.Contains("contradicts the access log", StringComparison.Ordinal)));
        Assert.StartsWith("Index 25: the log ends here", await _stage.Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_was_made_anew_without_a_line_is_contradicted_by_both()
    {
        await Publish();
        var victim = await _stage.LineOf(15);
        await Rewrite(victim);
        Assert.All(await Publish(), a => Assert.Equal(WitnessAnswer.Contradicts, a.How.Answer));
        Assert.StartsWith("Index ", await _stage.Fault(), StringComparison.Ordinal);
        await using var verify = _app.Process("log", "verify");
        Assert.Equal(1, await verify.ExitCode());
    }

    [Fact]
    public async Task A_checkpoint_that_a_witness_altered_or_that_is_not_of_this_log_is_named()
    {
        await Publish();
        var whole = await File.ReadAllTextAsync(WitnessFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(WitnessFile, whole.Replace(_stage.Key.Name, "kring-log-0000000000000000", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(WitnessAnswer.Contradicts, (await Publish())[0].How.Answer);
        Assert.Contains("is not signed by", await _stage.Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_broken_off_checkpoint_is_not_cut()
    {
        await Publish();
        await File.AppendAllTextAsync(WitnessFile, new string('x', CheckpointFile.Longest + 1), TestContext.Current.CancellationToken);
        var left = await File.ReadAllTextAsync(WitnessFile, TestContext.Current.CancellationToken);
        Assert.Contains("something else than checkpoints", (await Publish())[0].How.What, StringComparison.Ordinal);
        Assert.Equal(left, await File.ReadAllTextAsync(WitnessFile, TestContext.Current.CancellationToken));
        Assert.Contains("is not signed by", await _stage.Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_witness_stops_the_start()
    {
        await using var start = _app.Process("log", "key");
        Assert.Equal(0, await start.ExitCode());
        var refused = KringProcess.Begin(["log", "key", "--data", _app.Folder], new Dictionary<string, string?>(StringComparer.Ordinal) { ["Kring:Log:Witnesses"] = "ftp://witness.example" });
        await using (refused)
            Assert.True(await refused.ExitCode() == 1 && refused.Output.Contains("Kring:Log:Witnesses", StringComparison.Ordinal), refused.Output);
    }

    private async Task Grow(int lines)
    {
        await _stage.Log(_compartment, lines);
        await _stage.Seal();
    }

    private Task<IReadOnlyList<(string Name, Witnessed How)>> Publish() => _app.Services.GetRequiredService<PublishLog>().Run(default);

    private async Task<List<Checkpoint>> Kept()
    {
        var kept = new List<Checkpoint>();
        await foreach (var checkpoint in Kring.Access.Log.Tree.Checks.CheckpointStreams.Of(WitnessFile, _stage.Key, null))
            kept.Add(checkpoint);
        return kept;
    }

    // Somebody with the database and no key takes the end away, and what was signed over it.
    private Task<int> Cut(long from) => _app.InDatabase(async db =>
    {
        await using var transaction = await db.BeginAlone(default);
        await db.Set<LogCheckpoint>().Where(c => c.Size > from).ExecuteDeleteAsync();
        await db.Set<AccessEntry>().Where(e => db.Set<LogLeaf>().Any(l => l.Index >= from && l.Entry == e.Id)).ExecuteDeleteAsync();
        await db.Set<LogLeaf>().Where(l => l.Index >= from).ExecuteDeleteAsync();
        await db.Set<LogWitness>().ExecuteDeleteAsync();
        await transaction.Commit(default);
        return 0;
    });

    // The operator, who has every key, leaves one line out and lets the program seal all others again.
    private async Task Rewrite(AccessEntry without)
    {
        await _app.InDatabase(async db =>
        {
            await using var transaction = await db.BeginAlone(default);
            await db.Set<AccessEntry>().Where(e => e.Id == without.Id).ExecuteDeleteAsync();
            await db.Set<LogCheckpoint>().ExecuteDeleteAsync();
            await db.Set<LogTile>().ExecuteDeleteAsync();
            await db.Set<LogLeaf>().ExecuteDeleteAsync();
            await db.Set<LogWitness>().ExecuteDeleteAsync();
            await db.Database.ExecuteSqlRawAsync("insert into log_awaiting (compartment, entry) select compartment, id from access_entries");
            await transaction.Commit(default);
            return 0;
        });
        await _stage.Seal();
        await Grow(5);
    }
}
