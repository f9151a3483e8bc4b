using Kring.Access;
using Kring.Access.Register;
using Kring.Data;
using Kring.Organisations.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kring.Organisations;

internal static class OrganisationsTables
{
    internal static void Map(ModelBuilder model)
    {
        var organisation = model.Entity<Organisation>();
        organisation.ToTable("organisations").HasKey(o => o.Id);
        organisation.HoldsNothingPersonal(o => o.Id, o => o.Name, o => o.Kind, o => o.City, o => o.OfficerMail, o => o.OfficerPhone, o => o.JoinedAt);

        var agreement = model.Entity<CooperationAgreement>();
        agreement.ToTable("cooperation_agreements").HasKey(a => a.Id);
        agreement.HasIndex(a => a.Organisation);
        agreement.HoldsNothingPersonal(a => a.Id, a => a.Organisation, a => a.Kind, a => a.SignedOn, a => a.ValidUntil, a => a.DocumentReference);

        var staff = model.Entity<StaffMember>();
        staff.ToTable("staff_members").HasKey(s => new { s.Compartment, s.Id });
        staff.HasIndex(s => s.Person);
        staff.HasIndex(s => new { s.Organisation, s.Person }).IsUnique().HasFilter("until is null");
        staff.Holds(DataCategory.Pseudonym, Whose.Staff, RetentionClass.StaffFile, s => s.Person, s => s.InvitedBy)
            .Holds(DataCategory.Identity, Whose.Staff, RetentionClass.StaffFile, s => s.Name)
            .Holds(DataCategory.Employment, Whose.Staff, RetentionClass.StaffFile, s => s.Role, s => s.JobTitle, s => s.From, s => s.Until, s => s.AgreedAt)
            .HoldsNothingPersonal(s => s.Id, s => s.Compartment, s => s.Organisation);

        var invitation = model.Entity<StaffInvitation>();
        invitation.ToTable("staff_invitations").HasKey(i => new { i.Compartment, i.Id });
        invitation.HasIndex(i => i.Secret).IsUnique();
        invitation.Property(i => i.Version).IsConcurrencyToken();
        invitation.Holds(DataCategory.Identity, Whose.Staff, RetentionClass.StaffFile, i => i.Name)
            .Holds(DataCategory.Contact, Whose.Staff, RetentionClass.StaffFile, i => i.Mail, i => i.MailIndex)
            .Holds(DataCategory.Credential, Whose.Staff, RetentionClass.StaffFile, i => i.Secret)
            .Holds(DataCategory.Pseudonym, Whose.Staff, RetentionClass.StaffFile, i => i.InvitedBy)
            .Holds(DataCategory.Employment, Whose.Staff, RetentionClass.StaffFile, i => i.Role, i => i.JobTitle, i => i.InvitedAt, i => i.ValidUntil, i => i.AcceptedAt, i => i.WithdrawnAt)
            .HoldsNothingPersonal(i => i.Id, i => i.Compartment, i => i.Version);
    }
}
