using System.Net;
using System.Net.Sockets;
using Kring.Tests.Support;

namespace Kring.Tests.Start;

public sealed class RefusedStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kring-start-").FullName;

    [Fact]
    public async Task A_port_in_use_is_said_in_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await Refused("listens on", "--data", _folder, "--urls", $"http://{other.LocalEndpoint}");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_used_is_said_in_one_sentence()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "this is a file", TestContext.Current.CancellationToken);

        await Refused("data folder", "migrate", "--data", Path.Combine(file, "data"));
    }

    [Fact]
    public async Task A_damaged_database_is_said_in_one_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "kring.db"), new string('x', 10_000), TestContext.Current.CancellationToken);

        await Refused("damaged", "migrate", "--data", _folder);
    }

    [Fact]
    public async Task A_master_key_that_is_missing_wrong_or_open_to_others_stops_the_start()
    {
        Assert.Equal(0, (await KringCommand.Run(null, "migrate", "--data", _folder)).Code);
        var path = Path.Combine(_folder, "master.key");
        var key = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            await Refused("read by others", "migrate", "--data", _folder);
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var parts = key.TrimEnd().Split(' ');
        await File.WriteAllTextAsync(path, $"{parts[0]} {parts[1]} {Convert.ToBase64String(new byte[32])}\n", TestContext.Current.CancellationToken);
        await Refused("not the one", "migrate", "--data", _folder);
        File.Delete(path);
        await Refused("missing", "migrate", "--data", _folder);
    }

    [Fact]
    public async Task A_database_server_that_does_not_answer_is_said_in_one_sentence()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Kring__Database"] = "postgres",
            ["Kring__Postgres__Main"] = "Host=127.0.0.1;Port=1;Database=a",
            ["Kring__Postgres__Keys"] = "Host=127.0.0.1;Port=1;Database=b",
        };

        await Refused(settings, "does not answer", "migrate", "--data", _folder);
    }

    [Theory]
    [InlineData("Kring__Database", "oracle", "Kring:Database")]
    [InlineData("Kring__PublicUrl", "http://kring.example", "Kring:PublicUrl")]
    [InlineData("Kring__Database", "postgres", "Kring:Postgres:Main")]
    [InlineData("Kring__Proxies", "127.0.0.1, proxy.example", "proxy.example")]
    [InlineData("Kring__Proxies", "0.0.0.0/0", "Kring:Proxies")]
    [InlineData("Kring__Telemetry__Endpoint", "ftp://collector", "Kring:Telemetry:Endpoint")]
    [InlineData("Kring__Redis", "127.0.0.1:6379", "Kring:Redis")]
    [InlineData("Kring__Proxies__0", "proxy.example", "Kring:Proxies")]
    public async Task A_wrong_setting_is_named(string setting, string value, string named)
        => await Refused(new Dictionary<string, string>(StringComparer.Ordinal) { [setting] = value }, named, "migrate", "--data", _folder);

    [Fact]
    public async Task The_demo_is_not_for_production()
        => await Refused(new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_ENVIRONMENT"] = "Production" }, "Production", "--demo", "--data", _folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task Refused(string reason, params string[] arguments) => Refused([], reason, arguments);

    private static async Task Refused(Dictionary<string, string> environment, string reason, params string[] arguments)
    {
        var (code, output, error) = await KringCommand.Run(environment, arguments);

        Assert.Equal(1, code);
        Assert.StartsWith("Kring did not start. ", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error + output, StringComparison.Ordinal);
    }
}
