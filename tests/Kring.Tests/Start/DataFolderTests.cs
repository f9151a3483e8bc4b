using System.Runtime.Versioning;
using Kring.Tests.Support;

namespace Kring.Tests.Start;

[UnsupportedOSPlatform("windows")]
[Trait("database", "sqlite")]
public sealed class DataFolderTests : IDisposable
{
    private const UnixFileMode Wide = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private readonly string _folder = Directory.CreateTempSubdirectory("kring-start-").FullName;

    [Fact]
    public async Task An_open_folder_is_closed_and_the_log_says_so_when_there_was_something_to_read()
    {
        var data = Path.Combine(_folder, "data");
        Directory.CreateDirectory(data, Wide);
        File.SetUnixFileMode(data, Wide);
        var empty = await KringCommand.Run(null, "migrate", "--data", data);
        Assert.DoesNotContain("could be read by others", empty.Out, StringComparison.Ordinal);
        Closed(data);
        File.SetUnixFileMode(data, Wide);

        var first = await KringCommand.Run(null, "migrate", "--data", data);
        var second = await KringCommand.Run(null, "migrate", "--data", data);

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Contains(data, first.Out, StringComparison.Ordinal);
        Assert.Contains("could be read by others", first.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("could be read by others", second.Out, StringComparison.Ordinal);
        Closed(data);
    }

    [Fact]
    public async Task Databases_that_are_open_to_others_are_closed()
    {
        Assert.Equal(0, (await KringCommand.Run(null, "migrate", "--data", _folder)).Code);
        foreach (var name in new[] { "kring.db", "keys.db" })
            File.SetUnixFileMode(Path.Combine(_folder, name), Wide);
        await File.WriteAllTextAsync(Path.Combine(_folder, "kring.db-shm"), "", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(Path.Combine(_folder, "kring.db-shm"), Wide);

        var again = await KringCommand.Run(null, "migrate", "--data", _folder);

        Assert.Equal(0, again.Code);
        Assert.Contains(Path.Combine(_folder, "keys.db"), again.Out, StringComparison.Ordinal);
        Closed(_folder);
    }

    [Fact]
    public async Task While_it_runs_every_file_is_its_owners_alone()
    {
        var app = new KringApp();
        await using (app)
        {
            await app.InitializeAsync();
            await new World(app).Person("Annie de Vries");
            Assert.True(File.Exists(Path.Combine(app.Folder, "kring.db-wal")));
            Closed(app.Folder);
        }
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_not_shut_for_others()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "holiday.txt"), "", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(_folder, Wide);

        var (code, _, error) = await KringCommand.Run(null, "migrate", "--data", _folder);

        Assert.Equal(1, code);
        Assert.Contains("a folder of its own", error, StringComparison.Ordinal);
        Assert.Equal(Wide, File.GetUnixFileMode(_folder));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Closed(string folder)
        => Assert.All(Directory.GetFileSystemEntries(folder).Append(folder), path => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & (Wide & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute))));
}
