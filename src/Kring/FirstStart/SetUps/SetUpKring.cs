using Kring.Access;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;

namespace Kring.FirstStart.SetUps;

/// <summary>Somebody who can sign in first.</summary>
/// <param name="Password">The one that Kring made, to hand over; null for whoever chose their own.</param>
internal sealed record FirstAccount(Role Role, string Name, string Mail, string? Password);

/// <summary>Makes the first organisation with its agreement, its administrator, its data protection officer and its first coordinator, in one transaction.</summary>
internal sealed class SetUpKring(Door door, OrganisationsAccess organisations, OrganisationRows rows, Profiles profiles, SetUpDesk desk, TimeProvider time)
{
    private static readonly Actor Job = Actor.ForJob("set-up");

    /// <param name="answers">Checked before.</param>
    /// <returns>False when somebody else was first, or an address has an account already.</returns>
    internal async Task<bool> Run(SetUpAnswers answers, CancellationToken cancel)
    {
        if (!await desk.IsOpen(cancel))
            return false;
        var (id, now) = (time.NewId<OrganisationId>(), time.Moment());
        var office = await door.FoundByJob(Making(id.Office, new LoggedObject("organisation")), cancel);
        AddOrganisation(id, answers, now);
        FirstAccount[] accounts =
        [
            new(Role.FunctionalAdministrator, answers.AdministratorName!.Trim(), answers.AdministratorMail!.Trim(), null),
            new(Role.DataProtectionOfficer, answers.OfficerName!.Trim(), answers.OfficerOwnMail!.Trim(), Secrets.Words(4)),
            new(Role.Coordinator, answers.CoordinatorName!.Trim(), answers.CoordinatorMail!.Trim(), Secrets.Words(4)),
        ];
        foreach (var account in accounts)
        {
            var person = time.NewId<PersonId>();
            var profile = await door.FoundByJob(Making(person.Profile, new LoggedObject("profile")), cancel);
            profiles.AddPerson(profile, new PersonDetails(account.Name, account.Mail));
            profiles.AddAccount(profile, account.Mail, account.Password ?? answers.Password!);
            rows.AddStaff(office, person, account.Role, account.Name, JobTitle(account.Role), now);
        }

        // Pressed twice: the first press did it.
        if (!await door.Commit(cancel))
            return desk.Finished() is not null;
        desk.Finish(accounts);
        return true;
    }

    private void AddOrganisation(OrganisationId id, SetUpAnswers answers, DateTimeOffset now) => organisations.Add(
        new Organisation { Id = id, Name = answers.Name!.Trim(), Kind = answers.Kind!.Trim(), City = answers.City!.Trim(), OfficerMail = answers.OfficerMail!.Trim(), JoinedAt = now },
        new CooperationAgreement
        {
            Id = time.NewId<AgreementId>(),
            Organisation = id,
            Kind = answers.AgreementKind,
            SignedOn = answers.SignedOn!.TryRead(out var signed) ? signed : now.DutchDay(),
            DocumentReference = answers.Reference!.Trim(),
        });

    private static Visit Making(CompartmentRef compartment, LoggedObject made) => new(Job, compartment, FirstStartPurposes.Seed, Operations.Create, made);

    // In Dutch, as staff files are: it is data, and can be changed.
    private static string JobTitle(Role role) => role switch
    {
        Role.FunctionalAdministrator => "functioneel beheerder",
        Role.DataProtectionOfficer => "functionaris gegevensbescherming",
        _ => "coördinator",
    };
}
