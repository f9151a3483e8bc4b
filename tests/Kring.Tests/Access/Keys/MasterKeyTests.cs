using Kring.Access;
using Kring.Access.Keys;
using Kring.Data;
using Kring.People;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access.Keys;

/// <summary>The master key as an operator meets it: rotated, lost, swapped, left open.</summary>
public sealed class MasterKeyTests : IAsyncLifetime
{
    private readonly KringApp _app = new();
    private PersonId _annie;

    private string KeyFile => Path.Combine(_app.Folder, "master.key");

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _annie = await new World(_app).Person("Annie de Vries");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Rotating_keeps_everything_readable_and_forgets_the_old_key()
    {
        var before = await File.ReadAllTextAsync(KeyFile);
        await _app.Stop();
        await using (var rotate = _app.Process("keys", "rotate"))
            Assert.Equal(0, await rotate.ExitCode());
        var after = await File.ReadAllTextAsync(KeyFile);

        Assert.Single(after.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.NotEqual(before, after);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        await _app.Restart();
        Assert.Equal("Annie de Vries", await Name());
    }

    [Theory]
    [InlineData(false, 0)] // the new key is in the file, and not in force
    [InlineData(true, 0)] // it is in force, and nothing is wrapped with it
    [InlineData(true, 1)] // one key is
    [InlineData(true, int.MaxValue)] // all are, and the old one is still in the file
    public async Task A_rotation_that_was_broken_off_is_finished_by_the_next(bool inForce, int wrapped)
    {
        await BreakOff(inForce, wrapped);
        await _app.Restart();
        Assert.Equal("Annie de Vries", await Name());
        await _app.In(services => services.GetRequiredService<RotateMasterKey>().Run(default));
        Assert.Single(await File.ReadAllLinesAsync(KeyFile));
        await _app.Restart();
        Assert.Equal("Annie de Vries", await Name());
    }

    [Fact]
    public async Task Without_its_file_the_program_does_not_start_and_says_why()
    {
        await _app.Stop();
        File.Delete(KeyFile);
        await Refuses("is missing");
        Assert.False(File.Exists(KeyFile));
        await MakeNewFile();
    }

    [Fact]
    public async Task With_another_file_the_program_does_not_start_and_says_why()
    {
        await _app.Stop();
        await MakeNewFile();
        await Refuses("not the one that this data was sealed with");
    }

    [Fact]
    public async Task With_a_file_that_others_may_read_the_program_does_not_start_and_says_why()
    {
        await _app.Stop();
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await Refuses("can be read by others");
    }

    [Fact]
    public async Task With_a_damaged_file_the_program_does_not_start_and_says_why()
    {
        await _app.Stop();
        await File.AppendAllTextAsync(KeyFile, "kring-master-key half");
        await Refuses("is damaged");
    }

    [Fact]
    public async Task Without_its_key_store_the_program_does_not_start_and_makes_no_new_one()
    {
        await _app.In(async services =>
        {
            await using var store = await services.GetRequiredService<IDbContextFactory<KeyDb>>().CreateDbContextAsync();
            return await store.Keys.ExecuteDeleteAsync();
        });
        await _app.Stop();
        await Refuses("key store has lost");
        File.Delete(KeyFile);
        await Refuses("is missing");
    }

    private async Task Refuses(string reason)
    {
        await using var start = _app.Process("migrate");
        Assert.Equal(1, await start.ExitCode());
        Assert.Contains("Kring did not start.", start.Output, StringComparison.Ordinal);
        Assert.Contains(reason, start.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", start.Output, StringComparison.Ordinal);
    }

    private Task MakeNewFile()
    {
        FileMasterKeys.Open(KeyFile + "2", mayCreate: true);
        File.Move(KeyFile + "2", KeyFile, overwrite: true);
        return Task.CompletedTask;
    }

    private async Task BreakOff(bool inForce, int after)
    {
        var masters = _app.Services.GetRequiredService<IMasterKeys>();
        var next = masters.Add();
        await _app.In(async services =>
        {
            await using var store = await services.GetRequiredService<IDbContextFactory<KeyDb>>().CreateDbContextAsync();
            if (inForce)
                (await store.Mark(default)).MasterKey = next;
            foreach (var key in (await store.Keys.ToListAsync()).Take(after))
            {
                key.Wrapped = masters.Wrap(key.Compartment, next, masters.Unwrap(key.Compartment, key.MasterKey, key.Wrapped));
                key.MasterKey = next;
            }

            return await store.SaveChangesAsync();
        });
    }

    private Task<string> Name() => _app.In(async services =>
    {
        var visit = new Visit(Actor.Arriving(_annie), _annie.Profile, PeoplePurposes.OwnProfile, Operations.Read, new LoggedObject("profile"));
        var grant = (await services.GetRequiredService<Door>().Enter(visit, default)).Grant!;
        return grant.Open(Person.NameField, _annie.Value, (await grant.Rows<Person>().SingleAsync()).Name);
    });
}
