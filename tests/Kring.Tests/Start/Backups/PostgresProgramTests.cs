using Kring.Tests.Support;
using Npgsql;

namespace Kring.Tests.Start.Backups;

/// <summary>The programs that PostgreSQL brings along, played by a script that tells how it was called.</summary>
[Trait("database", "postgres")]
public sealed class PostgresProgramTests : IAsyncLifetime
{
    private readonly BackupStage _stage = new();

    public async ValueTask InitializeAsync() => await _stage.Begin();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task The_password_goes_by_the_environment_and_never_on_a_command_line()
    {
        var output = await Backup("99.1");

        Assert.Contains("pg_dump ended with code 3: no", output, StringComparison.Ordinal);
        Assert.DoesNotContain("zeer-geheim", await Told("arguments"), StringComparison.Ordinal);
        Assert.Contains("PGPASSWORD=zeer-geheim", await Told("environment"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_stage.Main, "*.json", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task One_that_is_older_than_the_server_is_not_used()
    {
        var output = await Backup("9.6", alone: true);

        Assert.True(output.Contains("is of version 9", StringComparison.Ordinal) || File.Exists(Path.Combine(BackupStage.Newest(_stage.Main), "manifest.json")), output);
        Assert.False(File.Exists(_stage.At("arguments")));
    }

    private async Task<string> Backup(string version, bool alone = false)
    {
        var programs = _stage.At("programs");
        Directory.CreateDirectory(programs);
        var program = Path.Combine(programs, "pg_dump");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'pg_dump (PostgreSQL) {version}'; exit; fi\necho \"$@\" > {_stage.At("arguments")}\n/usr/bin/env > {_stage.At("environment")}\necho no >&2\nexit 3\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var settings = _stage.App.Settings();
        settings["Kring:Postgres:Owner"] = new NpgsqlConnectionStringBuilder(settings["Kring:Postgres:Owner"]) { Password = "zeer-geheim" }.ConnectionString;
        settings["PATH"] = alone ? programs : $"{programs}:{Environment.GetEnvironmentVariable("PATH")}";
        await using var process = KringProcess.Begin(["backup", _stage.Main, "--data", _stage.App.Folder], settings);
        await process.ExitCode();
        return process.Output;
    }

    private Task<string> Told(string name) => File.ReadAllTextAsync(_stage.At(name), TestContext.Current.CancellationToken);
}
