using Kring.Access.Log.Tree;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Access.Log.Tree;

public sealed class SealLogJobTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task A_program_that_runs_seals_and_signs_what_was_logged_by_itself()
    {
        var line = SealedStage.Line((await new World(app).Person("Annie de Vries")).Profile.Id);
        await app.InDatabase(async db =>
        {
            db.Add(line);
            return await db.SaveChangesAsync();
        });
        await Waits.Until("the line is under a checkpoint", () => app.InDatabase(db => db.Set<LogLeaf>().AnyAsync(l => l.Entry == line.Id && db.Set<LogCheckpoint>().Any(c => c.Size > l.Index))));
    }
}
