using Kring.Access;
using Kring.Delivery;
using Kring.Organisations;
using Kring.People;
using Kring.People.Accounts;
using Kring.Platform;

namespace Kring.FirstStart.NewOrganisations;

/// <summary>
/// Makes an organisation with its agreement, its office and its first people, in one transaction. Who did not choose a password themselves gets a link to choose one: by mail,
/// or to be handed over. The caller has checked what was typed.
/// </summary>
internal sealed class AddOrganisation(Door door, OrganisationsAccess organisations, OrganisationRows rows, Profiles profiles, FirstPasswords links, Outbox outbox, TimeProvider time)
{
    /// <param name="job">In whose name: the set-up or the operator.</param>
    /// <returns>Who can sign in first; null when an address has an account already. Then nothing was made.</returns>
    internal async Task<IReadOnlyList<FirstAccount>?> Run(Actor job, NewOrganisation wanted, Telling telling, CancellationToken cancel)
    {
        var (id, now) = (time.NewId<OrganisationId>(), time.Moment());
        var office = await door.FoundByJob(Making(job, id.Office, new LoggedObject("organisation")), cancel);
        organisations.Add(
            new Organisation { Id = id, Name = wanted.Name, Kind = wanted.Kind, City = wanted.City, OfficerMail = wanted.OfficerMail, JoinedAt = now },
            organisations.NewAgreement(id, wanted.Agreement.Kind, wanted.Agreement.SignedOn, wanted.Agreement.ValidUntil, wanted.Agreement.Reference));
        var accounts = new List<FirstAccount>();
        foreach (var person in wanted.People)
        {
            var who = time.NewId<PersonId>();
            var profile = await door.FoundByJob(Making(job, who.Profile, new LoggedObject("profile")), cancel);
            profiles.AddPerson(profile, new PersonDetails(person.Name, person.Mail));
            accounts.Add(new FirstAccount(person.Role, person.Name, person.Mail, await AddAccount(profile, person, telling, cancel)));
            rows.AddStaff(office, who, person.Role, person.Name, JobTitle(person.Role), now);
        }

        return await door.Commit(cancel) ? accounts : null;
    }

    private async Task<string?> AddAccount(Grant profile, FirstPerson person, Telling telling, CancellationToken cancel)
    {
        if (person.Password is { } chosen)
        {
            profiles.AddAccount(profile, person.Mail, chosen);
            return null;
        }

        var link = await links.AddAccount(profile, person.Mail, cancel);
        if (telling.ByMail)
            Invite(outbox, profile, person.Name, person.Mail, link, telling.Language);
        return link;
    }

    /// <summary>Mails a link to choose a password. The mail says no more than that an invitation waits.</summary>
    internal static void Invite(Outbox outbox, Grant profile, string name, string mail, string link, string language)
        => outbox.Add(profile, NoticeKind.Invitation, DeliveryChannel.Mail, mail,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = name, ["path"] = link, ["language"] = language });

    internal static Visit Making(Actor job, CompartmentRef compartment, LoggedObject made) => new(job, compartment, FirstStartPurposes.Seed, Operations.Create, made);

    // In Dutch, as staff files are: it is data, and can be changed.
    private static string JobTitle(Role role) => role switch
    {
        Role.FunctionalAdministrator => "functioneel beheerder",
        Role.DataProtectionOfficer => "functionaris gegevensbescherming",
        _ => "coördinator",
    };
}
