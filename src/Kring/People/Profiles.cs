using Kring.Access;
using Kring.Access.Sealing;
using Kring.People.Accounts;
using Kring.Platform;

namespace Kring.People;

/// <summary>Who somebody is, as it is typed: the name as shown, and what else is known.</summary>
/// <param name="Phone">E.164.</param>
internal sealed record PersonDetails(string Name, string? Mail = null, string? Phone = null, DateOnly? BirthDate = null);

/// <summary>Makes the rows of a profile. The caller holds the grant and commits.</summary>
internal sealed class Profiles(LookupIndexes indexes, Passwords passwords, TimeProvider time)
{
    internal Person AddPerson(Grant profile, PersonDetails details)
    {
        var id = new PersonId(profile.Compartment.Id.Value);
        return profile.Add(new Person
        {
            Id = id,
            Compartment = profile.Compartment.Id,
            Name = profile.Seal(Person.NameField, id.Value, details.Name),
            Mail = profile.SealOrNull(Person.MailField, id.Value, details.Mail),
            Phone = profile.SealOrNull(Person.PhoneField, id.Value, details.Phone),
            BirthDate = details.BirthDate is { } day ? profile.Seal(Person.BirthDateField, id.Value, day) : null,
            MadeAt = time.Moment(),
        });
    }

    /// <param name="language">As its owner reads Kring, when they made it themselves; null while they did not choose.</param>
    internal Account AddAccount(Grant profile, string mail, string password, string? language = null) => AddAccountWith(profile, mail, passwords.Hash(password), language);

    /// <param name="hash">As <see cref="Passwords"/> makes it.</param>
    internal Account AddAccountWith(Grant profile, string mail, string hash, string? language = null)
    {
        var now = time.Moment();
        return profile.Add(new Account
        {
            Person = new PersonId(profile.Compartment.Id.Value),
            Compartment = profile.Compartment.Id,
            MailIndex = indexes.OfMail(mail),
            PasswordHash = hash,
            PasswordSetAt = now,
            MadeAt = now,
            Language = language,
        });
    }
}
