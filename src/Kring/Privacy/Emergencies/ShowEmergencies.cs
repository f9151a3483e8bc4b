using Kring.Access;
using Kring.Networks.BreakGlass;
using Kring.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Emergencies;

/// <summary>An emergency access as the data protection officer sees it.</summary>
internal sealed record DeskEmergency(
    EmergencyAccessId Id, OrganisationId Organisation, string OrganisationName, string Name, string Recipient, string Reason, DateTimeOffset From, DateTimeOffset Until,
    DateTimeOffset? ReviewedAt, string? Finding)
{
    internal string Path => $"/privacybalie/{Organisation}/noodtoegang/{Id.Value}";
}

internal sealed record EmergenciesPage(IReadOnlyList<DeskEmergency> Emergencies, bool HasMore);

/// <summary>The emergency accesses of every organisation that somebody is data protection officer of: what waits first, then the newest.</summary>
internal sealed class ShowEmergencies(Door door, OrganisationsAccess organisations)
{
    internal const int PageSize = 25;

    /// <param name="page">From 1.</param>
    /// <returns>Null when nobody's desk is this person's.</returns>
    internal async Task<(EmergenciesPage? Page, GateRefusal Refusal)> Run(Actor actor, int page, CancellationToken cancel)
    {
        var work = await organisations.EmploymentsOf(actor.Person!.Value, cancel);
        var visits = work.Select(w => w.Organisation).Distinct().Select(id => new Visit(actor, id.Office, PrivacyPurposes.ReviewEmergency, Operations.Read, new LoggedObject("emergency-review"))).ToList();
        var entrances = await door.EnterAll(visits, cancel);
        var desks = entrances.Select(e => e.Grant).OfType<Grant>().ToList();
        if (desks.Count == 0)
            return (null, entrances.Count == 0 ? GateRefusal.NoRelation : entrances[0].Refusal);
        var rows = new List<(Grant Desk, EmergencyReview Row)>();
        foreach (var desk in desks)
        {
            var first = desk.Rows<EmergencyReview>().OrderBy(r => r.ReviewedAt != null).ThenByDescending(r => r.From).Take((page * PageSize) + 1);
            rows.AddRange((await first.ToListAsync(cancel)).Select(row => (desk, row)));
        }

        var shown = rows.OrderBy(r => r.Row.ReviewedAt is not null).ThenByDescending(r => r.Row.From).Skip((page - 1) * PageSize).Take(PageSize + 1).ToList();
        var names = await organisations.All(cancel);
        return (new EmergenciesPage([.. shown.Take(PageSize).Select(r => Open(r.Desk, r.Row, names))], shown.Count > PageSize), GateRefusal.None);
    }

    internal static DeskEmergency Open(Grant desk, EmergencyReview row, IReadOnlyDictionary<OrganisationId, Organisation> names)
    {
        var (organisation, id) = (new OrganisationId(desk.Compartment.Id.Value), row.Id.Value);
        return new DeskEmergency(row.Id, organisation, names[organisation].Name, desk.Open(EmergencyReview.NameField, id, row.Name), desk.Open(EmergencyReview.RecipientField, id, row.Recipient),
            desk.Open(EmergencyReview.ReasonField, id, row.Reason), row.From, row.Until, row.ReviewedAt, desk.OpenOrNull(EmergencyReview.FindingField, id, row.Finding));
    }
}
