using Kring.Access;
using Kring.Access.Register;
using Kring.Data;
using Kring.People.Details;
using Kring.People.Devices;
using Kring.People.MailedLinks;
using Kring.People.Sessions;
using Kring.People.SignIns;
using Microsoft.EntityFrameworkCore;

namespace Kring.People;

internal static class PeopleTables
{
    internal static void Map(ModelBuilder model)
    {
        MapPeople(model);
        MapSignIns(model);
        MapDevices(model);
        MapLinks(model);
    }

    private static void MapLinks(ModelBuilder model)
    {
        var link = model.Entity<MailedLink>();
        link.ToTable("mailed_links").HasKey(l => new { l.Compartment, l.Id });
        link.HasIndex(l => l.Secret).IsUnique();
        link.Property(l => l.Version).IsConcurrencyToken();
        link.Holds(DataCategory.Pseudonym, Whose.Anyone, RetentionClass.SignIn, l => l.Person, l => l.Compartment)
            .Holds(DataCategory.Credential, Whose.Anyone, RetentionClass.SignIn, l => l.Secret)
            .Holds(DataCategory.Usage, Whose.Anyone, RetentionClass.SignIn, l => l.MadeAt, l => l.EndsAt, l => l.EndedAt)
            .HoldsNothingPersonal(l => l.Id, l => l.Sort, l => l.Version);

        var change = model.Entity<NameChange>();
        change.ToTable("name_changes").HasKey(c => new { c.Compartment, c.Id });
        change.Holds(DataCategory.Pseudonym, Whose.Anyone, RetentionClass.Account, c => c.Compartment)
            .HoldsNothingPersonal(c => c.Id, c => c.MadeAt);
    }

    private static void MapPeople(ModelBuilder model)
    {
        var person = model.Entity<Person>();
        person.ToTable("persons").HasKey(p => new { p.Compartment, p.Id });
        person.Holds(DataCategory.Identity, Whose.Anyone, RetentionClass.Account, p => p.Name, p => p.BirthDate)
            .Holds(DataCategory.Contact, Whose.Anyone, RetentionClass.Account, p => p.Mail, p => p.Phone)
            .Holds(DataCategory.Pseudonym, Whose.Anyone, RetentionClass.Account, p => p.Id, p => p.Compartment)
            .HoldsNothingPersonal(p => p.MadeAt);

        var account = model.Entity<Account>();
        account.ToTable("accounts").HasKey(a => new { a.Compartment, a.Person });
        account.HasIndex(a => a.Person);
        account.HasIndex(a => a.MailIndex).IsUnique();
        account.HasIndex(a => a.PasswordLink).IsUnique();
        // A link is used once, also by two who press at the same moment.
        account.Property(a => a.PasswordLink).IsConcurrencyToken();
        account.Holds(DataCategory.Pseudonym, Whose.Anyone, RetentionClass.Account, a => a.Person, a => a.Compartment)
            .Holds(DataCategory.Contact, Whose.Anyone, RetentionClass.Account, a => a.MailIndex)
            .Holds(DataCategory.Credential, Whose.Anyone, RetentionClass.Account, a => a.PasswordHash, a => a.PasswordSetAt, a => a.PasswordLink, a => a.PasswordLinkUntil, a => a.BlockedAt, a => a.BlockedBy)
            .Holds(DataCategory.Preference, Whose.Anyone, RetentionClass.Account, a => a.Language)
            .HoldsNothingPersonal(a => a.MadeAt);
    }

    private static void MapSignIns(ModelBuilder model)
    {
        var signIn = model.Entity<SignIn>();
        signIn.ToTable("sign_ins").HasKey(s => new { s.Compartment, s.Id });
        signIn.HasIndex(s => s.Browser).IsUnique();
        signIn.Property(s => s.Version).IsConcurrencyToken();
        signIn.Holds(DataCategory.Pseudonym, Whose.Anyone, RetentionClass.SignIn, s => s.Person, s => s.Compartment)
            .Holds(DataCategory.Credential, Whose.Anyone, RetentionClass.SignIn, s => s.Browser, s => s.DeviceChallenge, s => s.Code)
            .Holds(DataCategory.Usage, Whose.Anyone, RetentionClass.SignIn, s => s.DeviceChallengeUsedAt, s => s.CodeEndsAt, s => s.CodeTries, s => s.StartedAt, s => s.EndedAt)
            .HoldsNothingPersonal(s => s.Id, s => s.Proof, s => s.Version);

        var session = model.Entity<Session>();
        session.ToTable("sessions").HasKey(s => new { s.Compartment, s.Id });
        session.HasIndex(s => s.Secret).IsUnique();
        session.Holds(DataCategory.Pseudonym, Whose.Anyone, RetentionClass.SignIn, s => s.Person, s => s.Compartment, s => s.Device)
            .Holds(DataCategory.Credential, Whose.Anyone, RetentionClass.SignIn, s => s.Secret)
            .Holds(DataCategory.Identity, Whose.Anyone, RetentionClass.SignIn, s => s.Name)
            .Holds(DataCategory.Usage, Whose.Anyone, RetentionClass.SignIn, s => s.Browser, s => s.Address, s => s.StartedAt, s => s.UsedAt, s => s.EndedAt)
            .HoldsNothingPersonal(s => s.Id);
    }

    private static void MapDevices(ModelBuilder model)
    {
        var device = model.Entity<TrustedDevice>();
        device.ToTable("trusted_devices").HasKey(d => new { d.Compartment, d.Id });
        device.HasIndex(d => d.Secret).IsUnique();
        device.Holds(DataCategory.Pseudonym, Whose.Anyone, RetentionClass.SignIn, d => d.Person, d => d.Compartment)
            .Holds(DataCategory.Credential, Whose.Anyone, RetentionClass.SignIn, d => d.PublicKey, d => d.Secret)
            .Holds(DataCategory.Usage, Whose.Anyone, RetentionClass.SignIn, d => d.Name, d => d.TrustedAt, d => d.TrustedUntil, d => d.UsedAt, d => d.RevokedAt)
            .HoldsNothingPersonal(d => d.Id);
    }
}
