using Kring.Tests.Support;

namespace Kring.Tests.Access.Log.Tree.Checks;

/// <summary>L6: who is erased takes nothing of the proof along.</summary>
public sealed class ErasedTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly SealedStage _stage = new(app);

    [Fact]
    public async Task Who_is_erased_leaves_a_log_that_verifies_and_an_export_that_does()
    {
        var (annie, bep) = (await new World(app).Person("Annie de Vries"), await new World(app).Person("Bep Jansen"));
        await _stage.Log(annie.Profile.Id, 20);
        await _stage.Log(bep.Profile.Id, 20);
        await _stage.Seal();
        await _stage.Erase(annie.Profile.Id);
        await _stage.Log(annie.Profile.Id, 1); // somebody who asks for what is gone
        await _stage.Seal();

        await using (var verify = app.Process("log", "verify"))
        {
            Assert.True(await verify.ExitCode() == 0, verify.Output);
            Assert.Contains("(the tree over them holds): 21.", verify.Output, StringComparison.Ordinal); // twenty, and the one that says she was made
        }

        var folder = Directory.CreateTempSubdirectory("kring-export-");
        try
        {
            await _stage.Export(folder.FullName);
            Assert.Null(await SealedStage.FaultOf(folder.FullName, _stage.Key));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
