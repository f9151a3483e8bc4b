using Kring.Tests.Support;

namespace Kring.Tests.Start;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kring-start-").FullName;

    [Theory]
    [InlineData("--frobnicate")]
    [InlineData("frobnicate")]
    [InlineData("run", "--frobnicate")]
    [InlineData("--urls")]
    [InlineData("--clock-offset", "nonsense")]
    [InlineData("--clock-offset", "-1.00:00:00")]
    [InlineData("seed", "--networks", "many")]
    [InlineData("seed", "--people", "3")]
    [InlineData("keys")]
    [InlineData("organisation")]
    [InlineData("organisation", "add", "--name", "De Eik")]
    [InlineData("organisation", "invite", "--mail", "nobody")]
    [InlineData("log", "frobnicate")]
    [InlineData("migrate", "--frobnicate")]
    [InlineData("seed", "--frobnicate")]
    [InlineData("keys", "rotate", "--frobnicate")]
    [InlineData("log", "verify", "--frobnicate")]
    [InlineData("migrate", "--demo")]
    [InlineData("backup")]
    [InlineData("backup", "DIR", "--frobnicate")]
    [InlineData("restore", "--replace")]
    [InlineData("tombstones")]
    [InlineData("run", "more")]
    public async Task What_is_not_understood_ends_with_code_two_and_a_sentence(params string[] arguments)
    {
        var (code, _, error) = await KringCommand.Run(null, arguments);

        Assert.Equal(2, code);
        Assert.StartsWith("Kring does not understand this.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "migrate", "seed", "organisation", "keys", "log", "backup", "restore", "tombstones")]
    [InlineData("organisation --help", "add", "list", "agreement", "invite", "Works while Kring runs")]
    [InlineData("organisation add --help", "--name", "--kind", "--city", "--agreement-kind", "--signed", "--valid-until", "--reference", "--officer-mail", "--administrator-name", "--administrator-mail")]
    [InlineData("organisation agreement --help", "--organisation", "--signed", "--valid-until", "--reference")]
    [InlineData("seed --help", "--networks", "--people", "--messages", "--data")]
    [InlineData("run --help", "--demo", "--clock-offset", "--urls", "--data")]
    [InlineData("keys --help", "rotate", "prepare")]
    [InlineData("log --help", "verify")]
    [InlineData("migrate --help", "--data", "databases")]
    [InlineData("keys rotate --help", "--data", "master key")]
    [InlineData("log verify --help", "--data", "access log")]
    [InlineData("backup --help", "DIR", "--keys", "--data", "30 days", "master key")]
    [InlineData("restore --help", "DIR", "--keys", "--tombstones", "--replace", "--data", "must not run")]
    [InlineData("tombstones --help", "write")]
    [InlineData("tombstones write --help", "never after a restore")]
    public async Task Help_explains_each_verb(string arguments, params string[] words)
    {
        var (code, output, _) = await KringCommand.Run(null, arguments.Split(' '));

        Assert.Equal(0, code);
        Assert.All(words, word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Migrating_says_what_it_did_and_the_log_of_a_fresh_folder_verifies()
    {
        var first = await KringCommand.Run(null, "migrate", "--data", _folder);
        var second = await KringCommand.Run(null, "migrate", "--data", _folder);
        var verified = await KringCommand.Run(null, "log", "verify", "--data", _folder);
        var rotated = await KringCommand.Run(null, "keys", "rotate", "--data", _folder);

        Assert.Contains("Initial", first.Out, StringComparison.Ordinal);
        Assert.Contains("already", second.Out, StringComparison.Ordinal);
        Assert.Equal((0, 0), (verified.Code, rotated.Code));
        Assert.Contains("backup", rotated.Out, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
