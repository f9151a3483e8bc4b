using Kring.Access.Register;
using Kring.Data;
using Kring.Networks.Admissions;
using Kring.Networks.BreakGlass;
using Kring.Networks.Enrolment;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks;

internal static class NetworksTables
{
    internal static void Map(ModelBuilder model)
    {
        MapNetwork(model);
        MapParticipation(model);
        MapMandate(model);
        MapAdmissions(model);
        MapInvitation(model);
        MapEmergency(model);
    }

    private static void MapEmergency(ModelBuilder model)
    {
        var emergency = model.Entity<EmergencyAccess>();
        emergency.ToTable("emergency_accesses").HasKey(e => new { e.Compartment, e.Id });
        emergency.HasIndex(e => new { e.Person, e.Until });
        emergency.Holds(DataCategory.Identity, Whose.Staff, RetentionClass.AccessLog, e => e.Name)
            .Holds(DataCategory.Employment, Whose.Staff, RetentionClass.AccessLog, e => e.Function)
            .Holds(DataCategory.Usage, Whose.Staff, RetentionClass.AccessLog, e => e.Reason, e => e.From, e => e.Until, e => e.Organisation)
            .Holds(DataCategory.Pseudonym, Whose.Staff, RetentionClass.AccessLog, e => e.Compartment, e => e.Person)
            .HoldsNothingPersonal(e => e.Id);

        var review = model.Entity<EmergencyReview>();
        review.ToTable("emergency_reviews").HasKey(r => new { r.Compartment, r.Id });
        review.HasIndex(r => new { r.Compartment, r.From });
        review.Property(r => r.Version).IsConcurrencyToken();
        review.Holds(DataCategory.Identity, Whose.Anyone, RetentionClass.PrivacyDesk, r => r.Name, r => r.Recipient)
            .Holds(DataCategory.Usage, Whose.Staff, RetentionClass.PrivacyDesk, r => r.Reason, r => r.Finding, r => r.From, r => r.Until)
            .Holds(DataCategory.Pseudonym, Whose.Staff, RetentionClass.PrivacyDesk, r => r.ReviewedBy)
            .HoldsNothingPersonal(r => r.Id, r => r.Compartment, r => r.ReviewedAt, r => r.Version);
    }

    private static void MapNetwork(ModelBuilder model)
    {
        var network = model.Entity<CareNetwork>();
        network.ToTable("care_networks").HasKey(n => new { n.Compartment, n.Id });
        network.HasIndex(n => n.RecipientIndex);
        network.HasIndex(n => n.Recipient);
        network.HasIndex(n => new { n.LeadOrganisation, n.ClientId }).IsUnique();
        network.Property(n => n.Version).IsConcurrencyToken();
        network.Holds(DataCategory.Identity, Whose.CareRecipient, RetentionClass.Participation, n => n.Name, n => n.BirthDate, n => n.RecipientIndex)
            .Holds(DataCategory.Pseudonym, Whose.CareRecipient, RetentionClass.Participation, n => n.Compartment, n => n.Id, n => n.Recipient)
            .Holds(DataCategory.Relation, Whose.CareRecipient, RetentionClass.Participation, n => n.LeadOrganisation, n => n.EnrolledAt, n => n.LocksAt, n => n.State, n => n.ClosedAt)
            .Holds(DataCategory.Preference, Whose.CareRecipient, RetentionClass.Participation, n => n.ContactPreference)
            .HoldsNothingPersonal(n => n.Version, n => n.ClientId);

        // A keyed index, to find by value: the lock follows the recipient into another network.
        var mark = model.Entity<RecipientMark>();
        mark.ToTable("recipient_marks").HasKey(m => new { m.Compartment, m.Index });
        mark.HasIndex(m => m.Index);
        mark.Holds(DataCategory.Identity, Whose.CareRecipient, RetentionClass.Participation, m => m.Index)
            .Holds(DataCategory.Pseudonym, Whose.CareRecipient, RetentionClass.Participation, m => m.Compartment);
    }

    private static void MapParticipation(ModelBuilder model)
    {
        var membership = model.Entity<NetworkMembership>();
        membership.ToTable("network_memberships").HasKey(m => new { m.Compartment, m.Id });
        membership.HasIndex(m => new { m.Person, m.Until });
        membership.HasIndex(m => new { m.Compartment, m.Person }).IsUnique().HasFilter("until is null");
        membership.Holds(DataCategory.Identity, Whose.Participant, RetentionClass.Participation, m => m.Name)
            .Holds(DataCategory.Pseudonym, Whose.Participant, RetentionClass.Participation, m => m.Compartment, m => m.Person, m => m.EndedBy)
            .Holds(DataCategory.Relation, Whose.Participant, RetentionClass.Participation, m => m.Capacity, m => m.IsCoordinator, m => m.Organisation,
                m => m.Function, m => m.From, m => m.Until, m => m.End, m => m.EndReason, m => m.HistoryFrom)
            .HoldsNothingPersonal(m => m.Id);

        var basis = model.Entity<ParticipationBasis>();
        basis.ToTable("participation_bases").HasKey(b => new { b.Compartment, b.Id });
        basis.HasIndex(b => new { b.Compartment, b.Organisation }).IsUnique().HasFilter("ended_at is null");
        basis.Holds(DataCategory.Consent, Whose.CareRecipient, RetentionClass.ConsentEvidence, b => b.Kind, b => b.DocumentReference, b => b.DocumentDate, b => b.RecordedAt, b => b.EndedAt, b => b.End, b => b.EndReason,
                b => b.Organisation)
            .Holds(DataCategory.Pseudonym, Whose.Participant, RetentionClass.ConsentEvidence, b => b.Compartment, b => b.RecordedBy, b => b.EndedBy)
            .HoldsNothingPersonal(b => b.Id);
    }

    private static void MapMandate(ModelBuilder model)
    {
        var mandate = model.Entity<Mandate>();
        mandate.ToTable("mandates").HasKey(m => new { m.Compartment, m.Id });
        mandate.HasIndex(m => new { m.Compartment, m.Person });
        mandate.Ignore(m => m.CoversCare);
        mandate.Holds(DataCategory.Consent, Whose.CareRecipient, RetentionClass.ConsentEvidence, m => m.Kind, m => m.Scope, m => m.From, m => m.Until,
                m => m.EvidenceReference, m => m.RecordedAt, m => m.EndedAt)
            .Holds(DataCategory.Pseudonym, Whose.Participant, RetentionClass.ConsentEvidence, m => m.Compartment, m => m.Person, m => m.RecordedBy)
            .HoldsNothingPersonal(m => m.Id);
    }

    private static void MapAdmissions(ModelBuilder model)
    {
        var admission = model.Entity<AdmissionRequest>();
        admission.ToTable("admission_requests").HasKey(a => new { a.Compartment, a.Id });
        admission.Property(a => a.Version).IsConcurrencyToken();
        admission.Holds(DataCategory.Identity, Whose.Participant, RetentionClass.ConsentEvidence, a => a.Name)
            .Holds(DataCategory.Contact, Whose.Participant, RetentionClass.ConsentEvidence, a => a.Address, a => a.AddressIndex)
            .Holds(DataCategory.Relation, Whose.Participant, RetentionClass.ConsentEvidence, a => a.Capacity, a => a.Organisation, a => a.Function, a => a.Reason, a => a.AsksHistory)
            .Holds(DataCategory.Consent, Whose.CareRecipient, RetentionClass.ConsentEvidence, a => a.State, a => a.AnsweredAt, a => a.PostponedUntil, a => a.RequestedAt)
            .Holds(DataCategory.Pseudonym, Whose.Participant, RetentionClass.ConsentEvidence, a => a.Compartment, a => a.RequestedBy, a => a.AnsweredBy)
            .HoldsNothingPersonal(a => a.Id, a => a.Version);

        var consent = model.Entity<Consent>();
        consent.ToTable("consents").HasKey(c => new { c.Compartment, c.Id });
        consent.HasIndex(c => new { c.Compartment, c.Admission }).IsUnique();
        consent.Holds(DataCategory.Consent, Whose.CareRecipient, RetentionClass.ConsentEvidence, c => c.About, c => c.Given, c => c.HistoryGranted, c => c.Ground,
                c => c.TextVersion, c => c.At, c => c.WithdrawnAt)
            .Holds(DataCategory.Pseudonym, Whose.Participant, RetentionClass.ConsentEvidence, c => c.Compartment, c => c.AnsweredBy, c => c.OnBehalfOf, c => c.Person, c => c.WithdrawnBy)
            .HoldsNothingPersonal(c => c.Id, c => c.Admission, c => c.Mandate, c => c.Membership);
    }

    private static void MapInvitation(ModelBuilder model)
    {
        var invitation = model.Entity<Invitation>();
        invitation.ToTable("invitations").HasKey(i => new { i.Compartment, i.Id });
        invitation.HasIndex(i => i.Secret).IsUnique();
        invitation.HasIndex(i => new { i.Compartment, i.AddressIndex });
        invitation.Property(i => i.Version).IsConcurrencyToken();
        invitation.Holds(DataCategory.Identity, Whose.Participant, RetentionClass.Participation, i => i.Name)
            .Holds(DataCategory.Contact, Whose.Participant, RetentionClass.Participation, i => i.Address, i => i.AddressIndex)
            .Holds(DataCategory.Credential, Whose.Participant, RetentionClass.Participation, i => i.Secret)
            .Holds(DataCategory.Relation, Whose.Participant, RetentionClass.Participation, i => i.Capacity, i => i.Organisation, i => i.AsCoordinator, i => i.Function,
                i => i.HistoryGranted, i => i.InvitedAt, i => i.ValidUntil, i => i.AcceptedAt, i => i.DeclinedAt, i => i.WithdrawnAt)
            .Holds(DataCategory.Pseudonym, Whose.Participant, RetentionClass.Participation, i => i.Compartment, i => i.Person, i => i.InvitedBy)
            .HoldsNothingPersonal(i => i.Id, i => i.Admission, i => i.Version);

        var waiting = model.Entity<WaitingAccount>();
        waiting.ToTable("waiting_accounts").HasKey(w => new { w.Compartment, w.Invitation });
        waiting.HasIndex(w => w.Browser);
        waiting.Property(w => w.Version).IsConcurrencyToken();
        waiting.Holds(DataCategory.Contact, Whose.Participant, RetentionClass.SignIn, w => w.Mail)
            .Holds(DataCategory.Credential, Whose.Participant, RetentionClass.SignIn, w => w.PasswordHash, w => w.Browser, w => w.Code)
            .Holds(DataCategory.Usage, Whose.Participant, RetentionClass.SignIn, w => w.CodeEndsAt, w => w.CodeTries, w => w.StartedAt, w => w.EndedAt)
            .Holds(DataCategory.Pseudonym, Whose.Participant, RetentionClass.SignIn, w => w.Compartment)
            .HoldsNothingPersonal(w => w.Invitation, w => w.Version);
    }
}
