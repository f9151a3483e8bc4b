using Kring.Access.Log.Tree;
using Kring.Access.Log.Tree.Exports;
using Kring.Tests.Support;

namespace Kring.Tests.Access.Log.Tree.Exports;

/// <summary>An outsider has the folder and the public key, and no database and no master key.</summary>
public sealed class ExportTests(KringApp app) : IClassFixture<KringApp>, IAsyncLifetime
{
    private readonly SealedStage _stage = new(app);
    private readonly string _folder = Directory.CreateTempSubdirectory("kring-export-").FullName;

    public static TheoryData<string, string> Tampering => new()
    {
        { "entry altered", "Index 30:" },
        { "entry cut out", "Index 40:" },
        { "entries swapped", "Index 50:" },
        { "entries truncated", "Index 299:" },
        { "entries file removed", "Index 256:" },
        { "tile altered", "Index 60:" },
        { "tile truncated", "Index 299:" },
        { "tile above altered", "Index 0:" },
        { "tile above removed", "Index 0:" },
        { "checkpoint altered", "The checkpoint in " },
        { "a checkpoint of the row altered", "Index 100:" },
        { "checkpoints swapped", "Index 100:" },
        { "checkpoints truncated", "Index 100:" },
        { "an older log", "Index 100:" },
    };

    public async ValueTask InitializeAsync()
    {
        if (await _stage.Size() == 0)
        {
            var compartment = (await new World(app).Person("Annie de Vries")).Profile.Id;
            await _stage.Seal();
            await _stage.Log(compartment, 100 - (int)await _stage.Size());
            await _stage.Seal();
            await _stage.Log(compartment, 200);
            await _stage.Seal();
        }

        Assert.Equal(300, await _stage.Export(_folder));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_files_stand_where_the_standard_puts_them()
    {
        string[] expected = ["checkpoint", "checkpoints", "key", "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/000", "tile/entries/001.p/44", "witnessed"];
        Assert.Equal(expected, Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder, f)).Order(StringComparer.Ordinal));
        Assert.Equal("tile/0/x001/x234/067", TilePath.OfTile(0, 1_234_067, 256));
        Assert.Null(await SealedStage.FaultOf(_folder, _stage.Key));
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task The_index_is_named(string what, string named)
    {
        var kept = Path.Combine(_folder, "..", Path.GetFileName(_folder) + ".kept");
        File.Copy(At("checkpoint"), kept);
        try
        {
            Tamper(what);
            Assert.StartsWith(named, await SealedStage.FaultOf(_folder, _stage.Key, kept), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(kept);
        }
    }

    [Fact]
    public async Task Whoever_alters_entry_and_hash_alike_is_caught_between_two_checkpoints()
    {
        Tamper("entry altered with its hash");
        Assert.Contains(" to 99 at least one is not what was signed", await SealedStage.FaultOf(_folder, _stage.Key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_than_the_pinned_one_is_refused()
        => Assert.NotNull(await SealedStage.FaultOf(_folder, LogPublicKey.Parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")!));

    [Fact]
    public async Task The_verbs_export_and_check()
    {
        var folder = Path.Combine(_folder, "new");
        await using (var export = app.Process("log", "export", folder))
            Assert.True(await export.ExitCode() == 0, export.Output);
        await using (var again = app.Process("log", "export", folder))
            Assert.Equal(2, await again.ExitCode());
        await using (var key = app.Process("log", "key"))
            Assert.True(await key.ExitCode() == 0 && key.Output.Trim() == _stage.Key.ToString(), key.Output);
        Assert.Equal((0, "300 entries"), await Verify(folder, "--key", _stage.Key.ToString(), "--checkpoint", At("checkpoints")));
        Assert.Equal((0, "300 entries"), await Verify(folder));
        Assert.Equal(2, (await Verify(folder, "--key", "nonsense")).Code);
        Assert.Equal(2, (await Verify(folder, "--checkpoint", At("nowhere"))).Code);
        Assert.Equal(2, (await Verify(At("nowhere"))).Code);
        Alter(Path.Combine(folder, "tile/entries/000"), bytes => bytes[^1] ^= 1);
        Assert.Equal((1, "Index 255: the"), await Verify(folder));
    }

    // Without the settings and the data folder of the program.
    private static async Task<(int Code, string Begins)> Verify(string folder, params string[] more)
    {
        var (code, said, error) = await KringCommand.Run(null, ["log", "verify", folder, .. more]);
        return (code, string.Join(' ', (said + error).Split(' ').Take(code == 0 ? 2 : 3)));
    }

    private void Tamper(string what)
    {
        switch (what)
        {
            case "entry altered": Alter(At("tile/entries/000"), bytes => bytes[Begin(bytes, 30) + 40] ^= 1); break;
            case "entry altered with its hash":
                Alter(At("tile/entries/000"), bytes => bytes[Begin(bytes, 31) + 40] ^= 1);
                var altered = File.ReadAllBytes(At("tile/entries/000"));
                Alter(At("tile/0/000"), bytes => TreeHash.Leaf(altered.AsSpan()[(Begin(altered, 31) + 2)..Begin(altered, 32)]).CopyTo(bytes, 31 * 32));
                break;
            case "entry cut out": Replace(At("tile/entries/000"), bytes => [.. bytes[..Begin(bytes, 40)], .. bytes[Begin(bytes, 41)..]]); break;
            case "entries swapped": Replace(At("tile/entries/000"), bytes => [.. bytes[..Begin(bytes, 50)], .. bytes[Begin(bytes, 51)..Begin(bytes, 52)], .. bytes[Begin(bytes, 50)..Begin(bytes, 51)], .. bytes[Begin(bytes, 52)..]]); break;
            case "entries truncated": Replace(At("tile/entries/001.p/44"), bytes => bytes[..^5]); break;
            case "entries file removed": File.Delete(At("tile/entries/001.p/44")); break;
            case "tile altered": Alter(At("tile/0/000"), bytes => bytes[60 * 32] ^= 1); break;
            case "tile truncated": Replace(At("tile/0/001.p/44"), bytes => bytes[..^5]); break;
            case "tile above altered": Alter(At("tile/1/000.p/1"), bytes => bytes[0] ^= 1); break;
            case "tile above removed": File.Delete(At("tile/1/000.p/1")); break;
            case "checkpoint altered": Alter(At("checkpoint"), bytes => bytes[^10] ^= 1); break;
            case "a checkpoint of the row altered": Notes(notes => [.. notes[..^1], notes[^1].Replace("\n300\n", "\n299\n", StringComparison.Ordinal)]); break;
            case "checkpoints swapped": Notes(notes => [.. notes[..^2], notes[^1], notes[^2]]); break;
            case "checkpoints truncated": Replace(At("checkpoints"), bytes => bytes[..^20]); break;
            case "an older log": Older(); break;
        }
    }

    // The whole log as it was at its checkpoint of 100 entries: only somebody who kept a later one can tell.
    private void Older()
    {
        var notes = File.ReadAllText(At("checkpoints")).Split("\n\n").Chunk(2).Where(n => n.Length == 2).Select(n => n[0] + "\n\n" + n[1] + "\n").ToList();
        var old = notes.Single(n => n.Contains("\n100\n", StringComparison.Ordinal));
        File.WriteAllText(At("checkpoint"), old);
        File.WriteAllText(At("checkpoints"), old + "\n");
        var (entries, hashes) = (File.ReadAllBytes(At("tile/entries/000")), File.ReadAllBytes(At("tile/0/000")));
        Directory.Delete(At("tile"), recursive: true);
        Directory.CreateDirectory(At("tile/entries/000.p"));
        Directory.CreateDirectory(At("tile/0/000.p"));
        File.WriteAllBytes(At("tile/entries/000.p/100"), entries[..Begin(entries, 100)]);
        File.WriteAllBytes(At("tile/0/000.p/100"), hashes[..3200]);
    }

    private void Notes(Func<string[], string[]> alter)
    {
        var notes = File.ReadAllText(At("checkpoints")).Split("\n\n").Chunk(2).Where(n => n.Length == 2).Select(n => n[0] + "\n\n" + n[1] + "\n\n").ToArray();
        File.WriteAllText(At("checkpoints"), string.Concat(alter(notes)));
    }

    private string At(string path) => Path.Combine(_folder, path);

    private static int Begin(byte[] bundle, int entry)
    {
        var at = 0;
        for (var i = 0; i < entry; i++)
            at += 2 + (bundle[at] << 8) + bundle[at + 1];
        return at;
    }

    private static void Alter(string file, Action<byte[]> alter) => Replace(file, bytes =>
    {
        alter(bytes);
        return bytes;
    });

    private static void Replace(string file, Func<byte[], byte[]> alter) => File.WriteAllBytes(file, alter(File.ReadAllBytes(file)));
}
