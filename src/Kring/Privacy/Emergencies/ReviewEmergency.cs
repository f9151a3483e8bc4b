using Kring.Access;
using Kring.Networks.BreakGlass;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Emergencies;

internal enum ReviewAnswer
{
    Reviewed,
    ReviewedBefore,
    FindingMissing,
    FindingTooLong,
    NotThere,
}

/// <summary>Opens one emergency access at the privacy desk, and records what the data protection officer found.</summary>
internal sealed class ReviewEmergency(Door door, OrganisationsAccess organisations, TimeProvider time)
{
    internal const int LongestFinding = 1_000;

    internal async Task<(DeskEmergency? Emergency, GateRefusal Refusal)> Show(Actor actor, OrganisationId organisation, EmergencyAccessId id, CancellationToken cancel)
    {
        var (desk, refusal) = await door.Enter(Visit(actor, organisation, id, Operations.Read), cancel);
        if (desk is null)
            return (null, refusal);
        var row = await desk.Rows<EmergencyReview>().SingleOrDefaultAsync(r => r.Id == id, cancel);
        return (row is null ? null : ShowEmergencies.Open(desk, row, await organisations.All(cancel)), GateRefusal.None);
    }

    internal async Task<ReviewAnswer> Run(Actor actor, OrganisationId organisation, EmergencyAccessId id, string? finding, CancellationToken cancel)
    {
        var text = (finding ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length is 0 or > LongestFinding)
            return text.Length == 0 ? ReviewAnswer.FindingMissing : ReviewAnswer.FindingTooLong;
        var (desk, _) = await door.Enter(Visit(actor, organisation, id, Operations.Update), cancel);
        if (desk is null || await desk.Rows<EmergencyReview>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } row)
            return ReviewAnswer.NotThere;
        if (row.ReviewedAt is not null)
            return ReviewAnswer.ReviewedBefore;
        row.Review(desk.Seal(EmergencyReview.FindingField, id.Value, text), desk.Person, time.Moment());
        return await door.Commit(cancel) ? ReviewAnswer.Reviewed : ReviewAnswer.ReviewedBefore;
    }

    private static Visit Visit(Actor actor, OrganisationId organisation, EmergencyAccessId id, Operations operation)
        => new(actor, organisation.Office, PrivacyPurposes.ReviewEmergency, operation, new LoggedObject("emergency-review", id.Value));
}
