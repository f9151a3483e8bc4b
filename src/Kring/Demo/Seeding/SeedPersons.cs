using Kring.Access;
using Kring.Access.Sealing;
using Kring.Demo.Script;
using Kring.People;

namespace Kring.Demo.Seeding;

/// <summary>Everybody's profile, and an account for whoever has one. All accounts share one password, which the console prints.</summary>
internal sealed class SeedPersons(Door door, Profiles profiles, LookupIndexes indexes)
{
    internal const string Password = "kring-uitproberen";

    internal async Task Run(DemoStage stage, CancellationToken cancel)
    {
        var without = stage.Script.Networks.Where(n => !n.RecipientHasAccount).Select(n => n.RecipientKey).ToHashSet(StringComparer.Ordinal);
        string? hash = null;
        foreach (var person in stage.Script.Persons)
        {
            var profile = await door.FoundByJob(DemoStage.Making(stage.Id(person.Key).Profile, new LoggedObject("profile")), cancel);
            var account = !without.Contains(person.Key);
            profiles.AddPerson(profile, new PersonDetails(DemoStage.FullName(person), account ? person.Mail : null, person.Mobile, person.BirthDate));
            if (account)
                hash = AddAccount(profile, person, hash, stage.Now);
        }

        if (!await door.Commit(cancel))
            throw new Platform.StartRefusedException("The making of the demo was interrupted earlier. Delete the data folder, or choose another with --data, and start again.");
    }

    /// <summary>Hashing takes a tenth of a second, which a hundred accounts of one public password need not each spend.</summary>
    private string AddAccount(Grant profile, DemoPerson person, string? hash, DateTimeOffset now)
    {
        if (hash is null)
            return profiles.AddAccount(profile, person.Mail, Password).PasswordHash;
        profile.Add(new Account
        {
            Person = new PersonId(profile.Compartment.Id.Value),
            Compartment = profile.Compartment.Id,
            MailIndex = indexes.OfMail(person.Mail),
            PasswordHash = hash,
            PasswordSetAt = now,
            MadeAt = now,
        });
        return hash;
    }
}
