using System.Globalization;
using Kring.Access;
using Kring.Organisations;
using Kring.Organisations.Staff;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Staff;

internal sealed record ListedStaff(StaffMemberId Id, string Name, Role Role, string JobTitle, DateTimeOffset From, DateTimeOffset? Until, bool Blocked, bool Me);

internal sealed record ListedInvitation(StaffInvitationId Id, string Name, Role Role, string JobTitle, DateTimeOffset ValidUntil, bool Over);

/// <param name="Total">Of everybody, found or not.</param>
/// <param name="Page">Which page this is: the last one, when there are fewer than were asked for.</param>
/// <param name="More">Whether there are more than are shown.</param>
internal sealed record StaffList(Organisation Organisation, bool MayManage, IReadOnlyList<ListedStaff> People, IReadOnlyList<ListedInvitation> Invited, int Total, int Page, bool More);

/// <summary>
/// Who works and worked for an organisation: those who work there first, by name. Names are sealed, so the database can neither sort nor search them: the names of all are opened
/// and those of one page are shown.
/// </summary>
internal sealed class ListStaff(Door door, OrganisationsAccess organisations, PeopleAccess people, TimeProvider time)
{
    internal const int PageSize = 25, SearchAbove = 20;

    /// <param name="page">From 1.</param>
    /// <param name="search">A part of a name; null lists everybody.</param>
    internal async Task<(StaffList? List, GateRefusal Refusal)> Run(Actor actor, OrganisationId organisation, int page, string? search, CancellationToken cancel)
    {
        var (office, refusal) = await door.Enter(new Visit(actor, organisation.Office, OrganisationsPurposes.Staff, Operations.Read, new LoggedObject("staff")), cancel);
        if (office is null)
            return (null, refusal);
        var now = time.Moment();
        var all = await office.Rows<StaffMember>().ToListAsync(cancel);
        var named = all.Select(row => (Row: row, Name: office.Open(StaffMember.NameField, row.Id.Value, row.Name))).Where(s => search is null || Holds(s.Name, search))
            .OrderBy(s => s.Row.WorksAt(now) ? 0 : 1).ThenBy(s => s.Name, StringComparer.CurrentCulture).ThenBy(s => s.Row.Id.Value).ToList();
        var last = Math.Max(1, (named.Count + PageSize - 1) / PageSize);
        var here = Math.Clamp(page, 1, last);
        var those = named.Skip((here - 1) * PageSize).Take(PageSize).ToList();
        var blocked = await people.Blocked([.. those.Select(s => s.Row.Person)], cancel);
        var shown = those.Select(s => new ListedStaff(s.Row.Id, s.Name, s.Row.Role, office.Open(StaffMember.JobTitleField, s.Row.Id.Value, s.Row.JobTitle),
            s.Row.From, s.Row.WorksAt(now) ? null : s.Row.Until, blocked.ContainsKey(s.Row.Person), s.Row.Person == actor.Person)).ToList();
        var manages = office.Standing.Role == Role.FunctionalAdministrator;
        return (new StaffList((await organisations.Of(organisation, cancel)), manages, shown, manages ? await Invited(office, now, cancel) : [], all.Count, here, here < last), GateRefusal.None);
    }

    private static async Task<IReadOnlyList<ListedInvitation>> Invited(Grant office, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await office.Rows<StaffInvitation>().Where(i => i.AcceptedAt == null && i.WithdrawnAt == null).OrderByDescending(i => i.InvitedAt).ToListAsync(cancel);
        return rows.ConvertAll(i => new ListedInvitation(i.Id, office.Open(StaffInvitation.NameField, i.Id.Value, i.Name), i.Role, office.Open(StaffInvitation.JobTitleField, i.Id.Value, i.JobTitle), i.ValidUntil, !i.OpenAt(now)));
    }

    private static bool Holds(string name, string part)
        => CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, part, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
