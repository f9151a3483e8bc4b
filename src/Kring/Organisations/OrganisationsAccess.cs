using Kring.Access;
using Kring.Access.Sealing;
using Kring.Data;
using Kring.Data.Wall;
using Kring.Organisations.Staff;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Organisations;

/// <summary>What is known of organisations themselves; none of it is about a person.</summary>
internal sealed class OrganisationsAccess(AppDb db, FindingDb finding, TimeProvider time)
{
    internal async Task<IReadOnlyDictionary<OrganisationId, Organisation>> All(CancellationToken cancel)
        => await db.Set<Organisation>().AsNoTracking().OrderBy(o => o.Name).ToDictionaryAsync(o => o.Id, cancel);

    /// <summary>One organisation, which is there.</summary>
    internal Task<Organisation> Of(OrganisationId organisation, CancellationToken cancel) => db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == organisation, cancel);

    /// <summary>Those of these that are there.</summary>
    internal async Task<IReadOnlyDictionary<OrganisationId, Organisation>> Of(IReadOnlyCollection<OrganisationId> organisations, CancellationToken cancel)
        => organisations.Count == 0 ? new Dictionary<OrganisationId, Organisation>() : await db.Set<Organisation>().AsNoTracking().Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);

    /// <summary>Whether its cooperation agreement is signed and not over today (promise K8).</summary>
    internal Task<bool> MayTakePart(OrganisationId organisation, CancellationToken cancel)
    {
        var today = time.Moment().DutchDay();
        return db.Set<CooperationAgreement>().AnyAsync(a => a.Organisation == organisation && a.SignedOn <= today && (a.ValidUntil == null || a.ValidUntil >= today), cancel);
    }

    internal Task<bool> Any(CancellationToken cancel) => db.Set<Organisation>().AnyAsync(cancel);

    /// <summary>The organisations that may take part today: their cooperation agreement is signed and not over (promise K8).</summary>
    internal async Task<IReadOnlyList<Organisation>> WithAgreement(CancellationToken cancel)
    {
        var today = time.Moment().DutchDay();
        return await db.Set<Organisation>().AsNoTracking()
            .Where(o => db.Set<CooperationAgreement>().Any(a => a.Organisation == o.Id && a.SignedOn <= today && (a.ValidUntil == null || a.ValidUntil >= today)))
            .OrderBy(o => o.Name).ToListAsync(cancel);
    }

    /// <summary>Adds an organisation, to be saved with the next commit of this use case's door.</summary>
    internal void Add(Organisation organisation, CooperationAgreement agreement)
    {
        db.Add(organisation);
        db.Add(agreement);
    }

    /// <summary>Who works for an organisation now in a role. Ids only.</summary>
    internal async Task<IReadOnlyList<PersonId>> InRole(OrganisationId organisation, Role role, CancellationToken cancel)
    {
        var now = time.Moment();
        return await finding.Set<StaffMember>().Where(s => s.Organisation == organisation && s.Role == role && s.From <= now && (s.Until == null || s.Until > now))
            .OrderBy(s => s.From).Select(s => s.Person).ToListAsync(cancel);
    }

    internal void Add(CooperationAgreement agreement) => db.Add(agreement);

    internal CooperationAgreement NewAgreement(OrganisationId organisation, AgreementKind kind, DateOnly signedOn, DateOnly? validUntil, string reference)
        => new() { Id = time.NewId<AgreementId>(), Organisation = organisation, Kind = kind, SignedOn = signedOn, ValidUntil = validUntil, DocumentReference = reference };

    /// <summary>What an organisation signed, oldest first; changed with the next commit of this use case's door.</summary>
    internal async Task<IReadOnlyList<CooperationAgreement>> AgreementsOf(OrganisationId organisation, CancellationToken cancel)
        => await db.Set<CooperationAgreement>().Where(a => a.Organisation == organisation).OrderBy(a => a.SignedOn).ThenBy(a => a.Id).ToListAsync(cancel);

    /// <summary>The invitation behind a link, still sealed.</summary>
    internal Task<StaffInvitation?> InvitationBehind(LookupIndex secret, CancellationToken cancel)
        => finding.Set<StaffInvitation>().AsNoTracking().SingleOrDefaultAsync(i => i.Secret == secret, cancel);

    /// <summary>For whom somebody works now, and in which role. Ids only.</summary>
    internal async Task<IReadOnlyList<Employment>> EmploymentsOf(PersonId person, CancellationToken cancel)
    {
        var now = time.Moment();
        return await finding.Set<StaffMember>()
            .Where(s => s.Person == person && s.From <= now && (s.Until == null || s.Until > now))
            .Select(s => new Employment(s.Organisation, s.Role)).ToListAsync(cancel);
    }

    /// <summary>
    /// Holds the staff of several organisations in the running transaction, as a change to the staff of one does. It does not wait: two who hold one each would wait for each other.
    /// On SQLite a transaction is alone in any case.
    /// </summary>
    /// <returns>False when somebody else is changing the staff of one of them.</returns>
    internal Task<bool> HoldAtOnce(IReadOnlyCollection<OrganisationId> organisations, CancellationToken cancel) => OrganisationsRelations.HoldAtOnce(db, organisations, cancel);

    /// <summary>Who keeps the staff file of an organisation now. Ids only.</summary>
    internal async Task<IReadOnlyList<PersonId>> AdministratorsOf(OrganisationId organisation, CancellationToken cancel)
    {
        var now = time.Moment();
        return await finding.Set<StaffMember>()
            .Where(s => s.Organisation == organisation && s.Role == Role.FunctionalAdministrator && s.From <= now && (s.Until == null || s.Until > now))
            .Select(s => s.Person).ToListAsync(cancel);
    }
}

internal sealed record Employment(OrganisationId Organisation, Role Role);
