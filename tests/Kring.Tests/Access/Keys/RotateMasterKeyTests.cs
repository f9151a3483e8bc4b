using System.Net;
using Kring.Access;
using Kring.Access.Keys;
using Kring.Tests.Access.Keys.Tombstones;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access.Keys;

/// <summary>The master key rotates while people read and write, on this node and on another.</summary>
public sealed class RotateMasterKeyTests : IAsyncLifetime
{
    private readonly KringApp _app = new();
    private readonly string _own = Directory.CreateTempSubdirectory("kring-node-").FullName;
    private KringApp? _other;

    private string KeyFile => Path.Combine(_app.Folder, "master.key");

    private string OwnFile => Path.Combine(_own, "master.key");

    private KringApp Other => _other ??= new KringApp { NodeOf = _app, More = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Kring:MasterKeyFile"] = OwnFile } };

    public async ValueTask InitializeAsync() => await _app.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_other is not null)
            await _other.DisposeAsync();
        await _app.DisposeAsync();
        Directory.Delete(_own, recursive: true);
    }

    [Fact]
    public async Task Not_one_read_and_not_one_new_key_fails_while_it_goes_on()
    {
        var compartments = await Found(200);
        await using var node = new KringApp { NodeOf = _app };
        await node.InitializeAsync();
        using var enough = new CancellationTokenSource();
        var readers = new[] { _app, node }.SelectMany(n => Enumerable.Range(0, 2).Select(_ => Read(n, compartments, enough.Token))).ToList();
        var founders = new[] { _app, node }.Select(n => Found(n, enough.Token)).ToList();

        for (var round = 0; round < 3; round++)
        {
            await using var rotate = _app.Process("keys", "rotate");
            Assert.Equal(0, await rotate.ExitCode());
        }

        await enough.CancelAsync();
        Assert.All(await Task.WhenAll(readers), reads => Assert.NotEqual(0, reads));
        var made = (await Task.WhenAll(founders)).SelectMany(m => m).ToList();
        Assert.NotEmpty(made);
        var inForce = Assert.Single(await File.ReadAllLinesAsync(KeyFile, TestContext.Current.CancellationToken)).Split(' ')[1];
        Assert.Equal([inForce], await _app.InStore(store => store.Keys.Select(k => k.MasterKey).Distinct().ToListAsync()));
        await _app.Restart();
        await ReadAll(_app, [.. compartments, .. made]);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_leaves_everything_readable_and_is_finished_by_the_next()
    {
        var compartments = await Found(400);
        await using (var rotate = _app.Process("keys", "rotate"))
        {
            // Killed as soon as there is a second key.
            while (File.ReadAllLines(KeyFile).Length < 2 && !rotate.Output.Contains("wrapped", StringComparison.Ordinal))
                await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await ReadAll(_app, compartments);
        await _app.In(services => services.GetRequiredService<RotateMasterKey>().Run(default));
        Assert.Single(await File.ReadAllLinesAsync(KeyFile, TestContext.Current.CancellationToken));
        await ReadAll(_app, compartments);
    }

    [Fact]
    public async Task A_node_with_a_file_of_its_own_goes_on_when_it_got_the_next_key_before()
    {
        var compartments = await Found(20);
        File.Copy(KeyFile, OwnFile);
        await Other.InitializeAsync();
        await using (var prepare = _app.Process("keys", "prepare"))
            Assert.Equal(0, await prepare.ExitCode());
        Assert.Equal(2, (await File.ReadAllLinesAsync(KeyFile, TestContext.Current.CancellationToken)).Length);
        File.Copy(KeyFile, OwnFile, overwrite: true);
        await using (var rotate = _app.Process("keys", "rotate"))
            Assert.Equal(0, await rotate.ExitCode());

        Assert.Single(await File.ReadAllLinesAsync(KeyFile, TestContext.Current.CancellationToken));
        await ReadAll(Other, compartments);
        await ReadAll(_app, [await New(Other)]);
    }

    [Fact]
    public async Task A_node_that_did_not_get_it_refuses_with_503_shows_nothing_and_heals_once_it_does()
    {
        var person = await new World(_app).Person("Annie de Vries", "annie@kring.example");
        File.Copy(KeyFile, OwnFile);
        await Other.InitializeAsync();
        using var browser = Other.NewBrowser();
        await browser.SignIn(Other, person, "annie@kring.example");
        await using (var rotate = _app.Process("keys", "rotate"))
            Assert.Equal(0, await rotate.ExitCode());
        Keys(Other).Forget(person.Profile.Id);

        await browser.Get("/mijn/gegevens");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Last!.StatusCode);
        Assert.Contains(Other.Log.All, l => l.Line.Contains("needs a master key that is not at hand", StringComparison.Ordinal));
        await Assert.ThrowsAsync<MasterKeyMismatchException>(() => New(Other));

        File.Copy(KeyFile, OwnFile, overwrite: true);
        await browser.Get("/mijn/gegevens");
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        await ReadAll(_app, [await New(Other)]);
    }

    [Fact]
    public async Task Two_rotations_do_not_go_on_at_once()
    {
        await using var alone = await _app.InStore(store => store.RotateAlone(default));
        var before = await File.ReadAllTextAsync(KeyFile, TestContext.Current.CancellationToken);
        await using var rotate = _app.Process("keys", "rotate");

        Assert.Equal(1, await rotate.ExitCode());
        Assert.Contains("being rotated already", rotate.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(KeyFile, TestContext.Current.CancellationToken));
    }

    private static Keyring Keys(KringApp app) => app.Services.GetRequiredService<Keyring>();

    private async Task<List<CompartmentId>> Found(int count)
    {
        var made = new List<CompartmentId>();
        for (var i = 0; i < count; i++)
            made.Add(await New(_app));
        return made;
    }

    private static async Task<CompartmentId> New(KringApp app)
    {
        var id = new CompartmentId(Guid.CreateVersion7());
        await Keys(app).MakeFor(id, default);
        return id;
    }

    private static async Task<List<CompartmentId>> Found(KringApp app, CancellationToken enough)
    {
        var made = new List<CompartmentId>();
        while (!enough.IsCancellationRequested)
        {
            made.Add(await New(app));
            await Task.Delay(10, CancellationToken.None);
        }

        return made;
    }

    // Nothing is answered from memory: each read goes to the store and unwraps.
    private static async Task<int> Read(KringApp app, List<CompartmentId> compartments, CancellationToken enough)
    {
        var reads = 0;
        for (var i = 0; !enough.IsCancellationRequested; i = (i + 7) % compartments.Count, reads++)
        {
            await ReadAll(app, [compartments[i]]);
            await Task.Delay(1, CancellationToken.None);
        }

        return reads;
    }

    private static async Task ReadAll(KringApp app, List<CompartmentId> compartments)
    {
        compartments.ForEach(Keys(app).Forget);
        Assert.Equal(compartments.Count, (await Keys(app).Fetch(compartments, default)).Count);
    }
}
