using Kring.Access;
using Kring.Data;
using Kring.Networks.BreakGlass;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks;

/// <summary>
/// Who stands how towards care networks now: through a membership that runs, for a professional with work, basis and agreement beside it, for a representative with a mandate
/// that holds today: what that mandate covers decides in which role. One query, whatever the number of networks.
/// </summary>
internal sealed class NetworksRelations(AppDb db, TimeProvider time) : IRelations
{
    private static readonly HotQuery<Func<AppDb, List<PersonId>, List<CompartmentId>, DateTimeOffset, DateOnly, IAsyncEnumerable<TakingPart>>> Taking = new(() => EF.CompileAsyncQuery(
        (AppDb db, List<PersonId> persons, List<CompartmentId> compartments, DateTimeOffset now, DateOnly today) =>
            from membership in db.Set<NetworkMembership>().AsNoTracking()
            join network in db.Set<CareNetwork>() on membership.Compartment equals network.Compartment
            where persons.Contains(membership.Person) && compartments.Contains(membership.Compartment) && membership.From <= now && (membership.Until == null || membership.Until > now)
            select new TakingPart
            {
                Membership = membership,
                State = network.State,
                Recipient = network.Recipient,
                Works = db.Set<StaffMember>().Any(s => s.Person == membership.Person && s.From <= now && (s.Until == null || s.Until > now) && s.Organisation == membership.Organisation
                    && (s.Role == Role.Professional || s.Role == Role.Coordinator || s.Role == Role.QualityNurse)),
                Based = db.Set<ParticipationBasis>().Any(b => b.Compartment == membership.Compartment && b.Organisation == membership.Organisation && b.EndedAt == null),
                Agreed = db.Set<CooperationAgreement>().Any(a => a.Organisation == membership.Organisation && a.SignedOn <= today && (a.ValidUntil == null || a.ValidUntil >= today)),
                Mandated = db.Set<Mandate>().Any(m => m.Compartment == membership.Compartment && m.Person == membership.Person && m.EndedAt == null && m.From <= today && (m.Until == null || m.Until >= today)),
                ForCare = db.Set<Mandate>().Where(Mandate.ForCare).Any(m => m.Compartment == membership.Compartment && m.Person == membership.Person && m.EndedAt == null && m.From <= today && (m.Until == null || m.Until >= today)),
            }));

    public CompartmentKind Kind => CompartmentKind.Network;

    public async Task<IReadOnlyDictionary<CompartmentId, Standing>> StandingsOf(Actor actor, IReadOnlyCollection<CompartmentId> compartments, CancellationToken cancel)
    {
        var now = time.Moment();
        if (actor.Invitation is { } invitation)
            return await InviteeOf(new InvitationId(invitation), compartments, now, cancel);
        return actor.Person is not { } person
            ? new Dictionary<CompartmentId, Standing>()
            : (await StandingsOf([.. compartments.Select(c => (person, c))], now, cancel)).ToDictionary(s => s.Key.Compartment, s => s.Value);
    }

    public bool AnswersTogether => true;

    public async Task<IReadOnlyDictionary<(PersonId Person, CompartmentId Compartment), Standing>> StandingsOf(
        IReadOnlyCollection<(PersonId Person, CompartmentId Compartment)> asked, DateTimeOffset now, CancellationToken cancel)
    {
        var (persons, compartments) = (asked.Select(a => a.Person).Distinct().ToList(), asked.Select(a => a.Compartment).Distinct().ToList());
        var rows = await Taking.On(db)(db, persons, compartments, now, now.DutchDay()).ToListAsync(cancel);
        var standings = rows.ToDictionary(r => (r.Membership.Person, r.Membership.Compartment), r => r.Standing);
        foreach (var others in asked.Where(a => !standings.ContainsKey(a)).GroupBy(a => a.Person, a => a.Compartment))
        {
            var colleague = new Dictionary<CompartmentId, Standing>();
            await AddColleague(colleague, others.Key, [.. others], now, cancel);
            foreach (var (compartment, standing) in colleague)
                standings[(others.Key, compartment)] = standing;
        }

        return standings;
    }

    /// <summary>How everybody who takes part in one network stands towards it, by membership: as each of them would find it.</summary>
    internal async Task<IReadOnlyDictionary<MembershipId, Standing>> Everybody(CompartmentId network, CancellationToken cancel)
    {
        var now = time.Moment();
        var persons = await db.Set<NetworkMembership>().Where(m => m.Compartment == network).Select(m => m.Person).Distinct().ToListAsync(cancel);
        return await Taking.On(db)(db, persons, [network], now, now.DutchDay()).ToDictionaryAsync(r => r.Membership.Id, r => r.Standing, cancellationToken: cancel);
    }

    /// <summary>
    /// Membership, mandate, work, basis, agreement, and that the network is open: ending any of them changes its row, and so waits. On SQLite a transaction is alone in any case.
    /// Whoever changes the network itself has its row alone: two of them that share it would wait for each other when they raise its version.
    /// </summary>
    public async Task Hold(Visit visit, Standing standing, CancellationToken cancel)
    {
        if (db is not PostgresDb)
            return;
        var (compartment, relation) = (visit.Compartment.Id.Value, standing.RelationId ?? Guid.Empty);
        var (person, organisation) = (visit.Actor.Person?.Value ?? Guid.Empty, standing.Organisation?.Value ?? Guid.Empty);
        if (NetworksPurposes.All.Contains(visit.Purpose))
            await db.Database.ExecuteSqlAsync($"select 1 from care_networks where compartment = {compartment} for no key update", cancel);
        // The parts of the answer are worked out one after the other: everybody locks in this order.
        await db.Database.ExecuteSqlAsync($"""
            with network as materialized (select 1 from care_networks where compartment = {compartment} for share),
              membership as materialized (select 1 from network_memberships where compartment = {compartment} and id = {relation} for share),
              mandate as materialized (select 1 from mandates where compartment = {compartment} and person = {person} and ended_at is null order by id for share),
              basis as materialized (select 1 from participation_bases where compartment = {compartment} and organisation = {organisation} and ended_at is null order by id for share),
              work as materialized (select 1 from staff_members where organisation = {organisation} and person = {person} order by id for share),
              agreement as materialized (select 1 from cooperation_agreements where organisation = {organisation} order by id for share)
            select (select count(*) from network), (select count(*) from membership), (select count(*) from mandate),
              (select count(*) from basis), (select count(*) from work), (select count(*) from agreement)
            """, cancel);
    }

    /// <summary>As above, in the same order, for many persons who change nothing of the networks themselves.</summary>
    public async Task Hold(IReadOnlyCollection<(PersonId Person, CompartmentId Compartment)> asked)
    {
        if (db is not PostgresDb)
            return;
        var (persons, compartments) = (asked.Select(a => a.Person.Value).Distinct().ToArray(), asked.Select(a => a.Compartment.Value).Distinct().ToArray());
        await db.Database.ExecuteSqlAsync($"""
            with network as materialized (select 1 from care_networks where compartment = any({compartments}) order by compartment for share),
              membership as materialized (select 1 from network_memberships where compartment = any({compartments}) and person = any({persons}) order by compartment, id for share),
              mandate as materialized (select 1 from mandates where compartment = any({compartments}) and person = any({persons}) and ended_at is null order by compartment, id for share),
              basis as materialized (select organisation from participation_bases where compartment = any({compartments}) and ended_at is null order by compartment, id for share),
              work as materialized (select 1 from staff_members where person = any({persons}) order by organisation, id for share),
              agreement as materialized (select 1 from cooperation_agreements where organisation in (select organisation from basis) order by organisation, id for share)
            select (select count(*) from network), (select count(*) from membership), (select count(*) from mandate),
              (select count(*) from basis), (select count(*) from work), (select count(*) from agreement)
            """);
    }

    // Whoever does not take part, but works for an organisation that does: may break the glass, and stands in an emergency while it is open. Not
    // whoever only an invitation says to work there: a coordinator elsewhere could otherwise make colleagues.
    private async Task AddColleague(Dictionary<CompartmentId, Standing> standings, PersonId person, List<CompartmentId> others, DateTimeOffset now, CancellationToken cancel)
    {
        var today = now.DutchDay();
        var colleagues = await (
            from basis in db.Set<ParticipationBasis>()
            join staff in db.Set<StaffMember>() on basis.Organisation equals staff.Organisation
            where others.Contains(basis.Compartment) && basis.EndedAt == null && staff.Person == person && staff.From <= now && (staff.Until == null || staff.Until > now)
                && (staff.Role == Role.Professional || staff.Role == Role.Coordinator || staff.Role == Role.QualityNurse)
                && (staff.InvitedBy == null || staff.AgreedAt != null)
                && db.Set<CooperationAgreement>().Any(a => a.Organisation == basis.Organisation && a.SignedOn <= today && (a.ValidUntil == null || a.ValidUntil >= today))
            select new
            {
                basis.Compartment,
                basis.Organisation,
                Emergency = db.Set<EmergencyAccess>().Where(e => e.Compartment == basis.Compartment && e.Person == person && e.From <= now && e.Until > now).Select(e => (EmergencyAccessId?)e.Id).FirstOrDefault(),
            }).ToListAsync(cancel);
        foreach (var colleague in colleagues.DistinctBy(c => c.Compartment))
        {
            standings[colleague.Compartment] = colleague.Emergency is { } opened
                ? new Standing(Role.Professional, colleague.Organisation, RelationId: opened.Value) { Related = false, Emergency = true, ReadOnly = true }
                : new Standing(Role.Colleague, colleague.Organisation);
        }
    }

    private async Task<IReadOnlyDictionary<CompartmentId, Standing>> InviteeOf(InvitationId id, IReadOnlyCollection<CompartmentId> compartments, DateTimeOffset now, CancellationToken cancel)
    {
        var invitation = await db.Set<Invitation>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && compartments.Contains(i.Compartment), cancel);
        if (invitation is null || !invitation.OpenAt(now))
            return new Dictionary<CompartmentId, Standing>();
        var closed = await db.Set<CareNetwork>().AnyAsync(n => n.Compartment == invitation.Compartment && n.State == CareState.Closed, cancel);
        return new Dictionary<CompartmentId, Standing> { [invitation.Compartment] = new(Role.Invitee, invitation.Organisation, RelationId: id.Value) { ReadOnly = closed } };
    }

    private sealed class TakingPart
    {
        public required NetworkMembership Membership { get; init; }

        public required CareState State { get; init; }

        public required PersonId Recipient { get; init; }

        public required bool Works { get; init; }

        public required bool Based { get; init; }

        public required bool Agreed { get; init; }

        public required bool Mandated { get; init; }

        public required bool ForCare { get; init; }

        internal Standing Standing => new(Role, Membership.Organisation, Membership.Capacity == Capacity.Representative ? Recipient : null, Membership.Id.Value)
        {
            Related = Membership.Capacity switch
            {
                Capacity.Professional => Works && Based && Agreed,
                Capacity.Representative => Mandated,
                _ => true,
            },
            ReadOnly = State == CareState.Closed,
            HistoryFrom = Membership.HistoryFrom,
        };

        private Role Role => Membership.Capacity switch
        {
            Capacity.CareRecipient => Role.CareRecipient,
            Capacity.Representative => Mandated && !ForCare ? Role.FinancialRepresentative : Role.Representative,
            Capacity.InformalCarer => Role.InformalCarer,
            _ => Membership.IsCoordinator ? Role.Coordinator : Role.Professional,
        };
    }
}
