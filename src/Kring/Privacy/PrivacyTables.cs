using Kring.Access.Register;
using Kring.Data;
using Kring.Privacy.Reports;
using Kring.Privacy.Statements;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy;

internal static class PrivacyTables
{
    internal static void Map(ModelBuilder model)
    {
        var statement = model.Entity<PrivacyStatement>();
        statement.ToTable("privacy_statements").HasKey(s => s.Id);
        statement.HasIndex(s => new { s.Audience, s.Version }).IsUnique();
        statement.HoldsNothingPersonal(s => s.Id, s => s.Audience, s => s.Version, s => s.DutchText, s => s.EnglishText, s => s.PublishedAt);

        var receipt = model.Entity<StatementReceipt>();
        receipt.ToTable("statement_receipts").HasKey(r => new { r.Compartment, r.Statement, r.Person });
        receipt.Holds(DataCategory.Usage, Whose.Anyone, RetentionClass.Account, r => r.Compartment, r => r.Person, r => r.Statement, r => r.ReadAt);

        var report = model.Entity<UnknownAccessReport>();
        report.ToTable("unknown_access_reports").HasKey(r => new { r.Compartment, r.Id });
        report.HasIndex(r => new { r.Compartment, r.ReportedBy, r.Entry }).IsUnique();
        report.HasIndex(r => new { r.Compartment, r.DueOn });
        report.Property(r => r.Version).IsConcurrencyToken();
        report.Holds(DataCategory.Identity, Whose.Anyone, RetentionClass.PrivacyDesk, r => r.ReporterName, r => r.Seen, r => r.Note, r => r.Answer)
            .Holds(DataCategory.Pseudonym, Whose.Anyone, RetentionClass.PrivacyDesk, r => r.ReportedBy, r => r.HandledBy, r => r.Entry)
            .HoldsNothingPersonal(r => r.Id, r => r.Compartment, r => r.ReportedAt, r => r.DueOn, r => r.ForDirector, r => r.HandledAt, r => r.Version);
    }
}
