using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Register;

internal sealed class RegisterData : IReferenceData
{
    public async Task Ensure(AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Set<ProcessingActivity>().Where(a => a.Organisation == default).Select(a => a.Key).ToListAsync(cancel);
        db.AddRange(RegisterAtFirstStart.Activities.Where(a => !known.Contains(a.Key)));

        // A purpose that has rules already was decided upon; only a new purpose brings its own.
        var ruled = await db.Set<MatrixRule>().Where(r => r.Organisation == default).Select(r => r.Purpose).Distinct().ToListAsync(cancel);
        foreach (var purpose in Modules.Purposes.Where(p => !ruled.Contains(p.Key)))
            db.AddRange(purpose.Matrix.Select(cell => new MatrixRule { Organisation = default, Purpose = purpose.Key, Role = cell.Role, Operations = cell.Operations }));

        if (!await db.Set<PolicyStamp>().AnyAsync(cancel))
            db.Add(new PolicyStamp { Id = 1, Value = 1 });
        await db.SaveChangesAsync(cancel);
    }
}
