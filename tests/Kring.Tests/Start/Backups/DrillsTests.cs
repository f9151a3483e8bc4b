using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kring.Tests.Access.Keys.Tombstones;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kring.Tests.Start.Backups;

/// <summary>The commands of docs/operations/drills.md as they stand there, run by a shell on the real program. Only its places are others.</summary>
public sealed class DrillsTests : IAsyncLifetime
{
    private static readonly string[] Databases = ["sqlite", "postgres"];
    private readonly BackupStage _stage = new();
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        await _stage.Begin();
        foreach (var (name, place) in new[] { ("DATA", _stage.App.Folder), ("MAIN", _stage.Main), ("KEYS", _stage.Keys), ("LEDGER", _stage.At("ledger/tombstones.ledger")), ("MASTER", _stage.At("safe/master.key")), ("DRILL", _stage.At("drill")) })
            _places[name] = place;
        (_places["URL"], _places["DRILL_URL"]) = (FreeAddress(), FreeAddress());
        Directory.CreateDirectory(_stage.At("safe"));
        File.Copy(Path.Combine(_stage.App.Folder, "master.key"), _places["MASTER"]);
        await _stage.Stop();
        await WriteSystemctl();
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_backup_becomes_a_working_Kring_beside_the_running_one()
    {
        var said = await Run("systemctl start kring", "restore");

        Assert.Contains("The main database is restored from", said, StringComparison.Ordinal);
        Assert.Contains("lines checked; each is complete", said, StringComparison.Ordinal);
        Assert.Contains("Healthy", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_places["DRILL"]));
    }

    [Fact]
    public async Task After_a_disaster_everything_is_back_but_what_was_erased()
    {
        await _stage.App.Restart();
        await _stage.Backup();
        await _stage.App.Destroy(_stage.Annie);
        Directory.CreateDirectory(_stage.At("ledger"));
        File.Copy(_stage.Ledger, _places["LEDGER"]);
        await _stage.Stop();

        Assert.Contains("Healthy", await Run("systemctl start kring", "disaster"), StringComparison.Ordinal);

        await _stage.App.Restart();
        Assert.Equal((0, 0, true), await _stage.App.Left(_stage.Annie));
        Assert.Equal("Bea Smit", await _stage.Name(_stage.Bea));
    }

    [Fact]
    public async Task The_master_key_rotates_while_Kring_runs()
    {
        var before = await File.ReadAllTextAsync(_places["MASTER"], TestContext.Current.CancellationToken);

        Assert.Contains("Healthy", await Run("systemctl start kring; until curl -fsS \"$URL/health/ready\"; do sleep 1; done", "rotate"), StringComparison.Ordinal);

        Assert.NotEqual(before, await File.ReadAllTextAsync(_places["MASTER"], TestContext.Current.CancellationToken));
        await _stage.App.Restart();
        Assert.Equal("Annie de Vries", await _stage.Name(_stage.Annie));
    }

    [Fact]
    public async Task Nodes_get_the_next_key_before_it_is_used()
    {
        Assert.Contains("The next master key is ready", await Run("mkdir \"$DRILL\"", "nodes"), StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(_places["DATA"], "master.key"), TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Path.Combine(_places["DRILL"], "master.key"), TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("database", "postgres")]
    public async Task A_lost_node_is_replaced_by_another()
        => Assert.Contains("Healthy", await Run("systemctl start kring", "node", "kill $!"), StringComparison.Ordinal);

    [Fact]
    public async Task A_lost_ledger_is_written_anew()
    {
        Assert.Contains("written anew", await Run("systemctl start kring", "ledger"), StringComparison.Ordinal);
        Assert.True(File.Exists(_places["LEDGER"]));
    }

    [Fact]
    public void Every_block_belongs_to_a_drill_that_is_run()
        => Assert.Equal(["disaster", "ledger", "node postgres", "nodes", "places", "restore", "restore postgres", "rotate"], Blocks().Select(b => b.Says).Distinct().Order(StringComparer.Ordinal));

    /// <summary>What a shell says to the blocks of one drill, in their order.</summary>
    private async Task<string> Run(string before, string drill, string after = "")
    {
        var places = Blocks().Single(b => b.Says == "places").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=')[0]).ToList();
        Assert.Equal(_places.Keys.Order(StringComparer.Ordinal), places.Order(StringComparer.Ordinal));
        var script = new StringBuilder("set -euo pipefail\ntrap 'systemctl stop kring' EXIT\n");
        foreach (var (name, place) in _places)
            script.Append("export ").Append(name).Append("='").Append(place).Append("'\n");
        script.Append(before).Append('\n');
        foreach (var block in Blocks().Where(b => Belongs(b.Says.Split(' '), drill)))
            script.Append(block.Text);
        script.Append(after).Append('\n');

        var start = new ProcessStartInfo("bash", ["-c", script.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in _stage.App.Settings().Where(s => s.Value is not null))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["PATH"] = $"{_stage.At("programs")}:{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}";
        if (Servers.OnPostgres)
            (start.Environment["PGHOST"], start.Environment["PGUSER"]) = (new NpgsqlConnectionStringBuilder(Servers.Postgres).Host!, "kring");
        using var shell = Process.Start(start)!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        var said = await output + await error;
        Assert.True(shell.ExitCode == 0, said);
        return said;
    }

    private static bool Belongs(string[] says, string drill) => says[0] == drill && !says.Intersect(Databases).Except([Servers.Database]).Any();

    private static List<(string Says, string Text)> Blocks()
    {
        var blocks = new List<(string, string)>();
        var (says, text) = (default(string), new StringBuilder());
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs/operations/drills.md")).Select(l => l.Trim()))
        {
            if (says is null && line.StartsWith("```", StringComparison.Ordinal))
            {
                Assert.StartsWith("```sh ", line, StringComparison.Ordinal);
                says = line["```sh ".Length..];
            }
            else if (line == "```")
            {
                blocks.Add((says!, text.ToString()));
                (says, text) = (null, new StringBuilder());
            }
            else if (says is not null)
            {
                text.Append(line).Append('\n');
            }
        }

        return blocks;
    }

    // Stands in for the service manager: starts the program and stops it by its id.
    private async Task WriteSystemctl()
    {
        Directory.CreateDirectory(_stage.At("programs"));
        var path = _stage.At("programs/systemctl");
        await File.WriteAllTextAsync(path, """
            #!/bin/bash
            file=$(dirname "$0")/kring.pid
            if [[ $1 == start ]]; then
              nohup Kring run --data "$DATA" --urls "$URL" >"$(dirname "$0")/kring.log" 2>&1 </dev/null &
              echo $! >"$file"
            elif [[ -f $file ]]; then
              id=$(<"$file")
              rm "$file"
              kill "$id" 2>/dev/null || exit 0
              while kill -0 "$id" 2>/dev/null; do sleep 0.1; done
            fi
            """);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
