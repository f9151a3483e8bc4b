using System.Net;
using Kring.Access;
using Kring.Access.Keys;
using Kring.Tests.Access.Keys.Tombstones;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access.Keys.Tokens;

/// <summary>The master key in a hardware module, played by SoftHSM2. One class, since a process has a module once.</summary>
public sealed class TokenMasterKeysTests : IAsyncLifetime
{
    private SoftToken _token = null!;

    public async ValueTask InitializeAsync() => _token = await SoftToken.Make();

    public ValueTask DisposeAsync()
    {
        _token.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Keys_are_wrapped_in_the_token_and_there_is_no_file()
    {
        await using var app = new KringApp { More = _token.Settings() };
        await app.InitializeAsync();
        var person = await new World(app).Person("Annie de Vries");

        await app.Restart();

        Assert.True(await Reads(app, person.Profile.Id));
        Assert.False(File.Exists(Path.Combine(app.Folder, "master.key")));
        Assert.All(await MasterKeys(app), k => Assert.StartsWith("p11-", k, StringComparison.Ordinal));
        var (one, other) = (new CompartmentId(Guid.CreateVersion7()), new CompartmentId(Guid.CreateVersion7()));
        var masters = app.Services.GetRequiredService<IMasterKeys>();
        var key = (await MasterKeys(app))[0];
        var wrapped = masters.Wrap(one, key, new byte[32]);
        Assert.Equal(new byte[32], masters.Unwrap(one, key, wrapped));
        Assert.Throws<MasterKeyMismatchException>(() => masters.Unwrap(other, key, wrapped));
        wrapped[^1] ^= 1;
        Assert.Throws<MasterKeyMismatchException>(() => masters.Unwrap(one, key, wrapped));
        Assert.True(await Reads(app, person.Profile.Id));
    }

    [Fact]
    public async Task Rotating_goes_on_under_reads_and_from_the_file_to_the_token_and_back()
    {
        await using var app = new KringApp { More = _token.Settings("file") };
        await app.InitializeAsync();
        var person = await new World(app).Person("Annie de Vries");
        Assert.All(await MasterKeys(app), k => Assert.DoesNotContain("p11-", k, StringComparison.Ordinal));

        await Rotate(app, "pkcs11", person);
        var first = Assert.Single(await MasterKeys(app));
        Assert.StartsWith("p11-", first, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(app.Folder, "master.key")));

        await Rotate(app, "pkcs11", person);
        Assert.NotEqual(first, Assert.Single(await MasterKeys(app)));

        await Rotate(app, "file", person);
        Assert.DoesNotContain("p11-", Assert.Single(await MasterKeys(app)), StringComparison.Ordinal);
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(app.Folder, "master.key"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Kring:MasterKey:Pin", "verkeerd", "refuses the PIN")]
    [InlineData("Kring:MasterKey:Token", "other", "is not there")]
    [InlineData("Kring:MasterKey:Library", "/nowhere/module.so", "cannot be used")]
    [InlineData("Kring:MasterKey:Pin", null, "needs its PIN")]
    [InlineData("Kring:MasterKey:Token", null, "Kring:MasterKey:Token")]
    public async Task What_does_not_hold_stops_the_start_and_the_PIN_is_told_to_nobody(string setting, string? value, string says)
    {
        await using var app = new KringApp { More = _token.Settings() };
        await app.InitializeAsync();
        await app.Stop();
        var settings = app.Settings();
        settings[setting] = value;
        await using var start = KringProcess.Begin(["migrate", "--data", app.Folder], settings);

        Assert.Equal(1, await start.ExitCode());
        Assert.Contains("Kring did not start.", start.Output, StringComparison.Ordinal);
        Assert.Contains(says, start.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(SoftToken.Pin, start.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("verkeerd", start.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", start.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_PIN_may_stand_in_a_file_that_only_its_owner_reads()
    {
        await using var app = new KringApp { More = _token.Settings() };
        await app.InitializeAsync();
        await app.Stop();
        var (settings, file) = (app.Settings(), Path.Combine(app.Folder, "pin"));
        await File.WriteAllTextAsync(file, SoftToken.Pin + "\n", TestContext.Current.CancellationToken);
        (settings["Kring:MasterKey:Pin"], settings["Kring:MasterKey:PinFile"]) = (null, file);

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await using (var refused = KringProcess.Begin(["migrate", "--data", app.Folder], settings))
        {
            Assert.Equal(1, await refused.ExitCode());
            Assert.Contains("can be read by others", refused.Output, StringComparison.Ordinal);
        }

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var start = KringProcess.Begin(["migrate", "--data", app.Folder], settings);
        Assert.Equal(0, await start.ExitCode());
    }

    [Fact]
    public async Task While_the_token_is_gone_nothing_is_shown_and_it_heals_by_itself()
    {
        await using var app = new KringApp { More = _token.Settings() };
        await app.InitializeAsync();
        var person = await new World(app).Person("Annie de Vries", "annie@kring.example");
        using var browser = app.NewBrowser();
        await browser.SignIn(app, person, "annie@kring.example");

        _token.TakeAway();
        app.Services.GetRequiredService<Keyring>().Forget(person.Profile.Id);
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        await browser.Get("/mijn/gegevens");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Last!.StatusCode);
        await browser.Get("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Last!.StatusCode);

        _token.PutBack();
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        await browser.Get("/mijn/gegevens");
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        await browser.Get("/health/ready");
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        Assert.All(app.Log.All, l => Assert.DoesNotContain(SoftToken.Pin, l.Line, StringComparison.Ordinal));
    }

    private static async Task Rotate(KringApp app, string provider, PersonId reader)
    {
        var settings = app.Settings();
        settings["Kring:MasterKey:Provider"] = provider;
        await using var rotate = KringProcess.Begin(["keys", "rotate", "--data", app.Folder], settings);
        var ended = rotate.ExitCode();
        while (!ended.IsCompleted)
        {
            Assert.True(await Reads(app, reader.Profile.Id));
            await Task.Delay(5);
        }

        Assert.True(await ended == 0, rotate.Output);
        Assert.True(await Reads(app, reader.Profile.Id));
    }

    private static Task<List<string>> MasterKeys(KringApp app) => app.InStore(store => store.Keys.Select(k => k.MasterKey).Distinct().ToListAsync());

    // Not from memory: the token has to unwrap it.
    private static async Task<bool> Reads(KringApp app, CompartmentId compartment)
    {
        var keys = app.Services.GetRequiredService<Keyring>();
        keys.Forget(compartment);
        return (await keys.Fetch([compartment], default)).ContainsKey(compartment);
    }
}
