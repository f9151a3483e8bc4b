using System.Net.Mail;
using Kring.App.Components;
using Kring.Organisations;
using Kring.People.Accounts;

namespace Kring.FirstStart.SetUps;

/// <summary>What is asked at the set-up, as it was typed.</summary>
public sealed class SetUpAnswers
{
    public string? Name { get; set; }

    public string? Kind { get; set; }

    public string? City { get; set; }

    public string? OfficerMail { get; set; }

    public string? Agreement { get; set; }

    public DateParts? SignedOn { get; set; }

    public string? Reference { get; set; }

    public string? AdministratorName { get; set; }

    public string? AdministratorMail { get; set; }

    public string? Password { get; set; }

    public string? OfficerName { get; set; }

    public string? OfficerOwnMail { get; set; }

    public string? CoordinatorName { get; set; }

    public string? CoordinatorMail { get; set; }

    internal AgreementKind AgreementKind => Agreement == "verwerker" ? AgreementKind.Processor : AgreementKind.JointControllers;

    /// <summary>Names what is missing or wrong, field by field. Field ids are those of the form.</summary>
    internal void Check(FormErrors errors, DateOnly today)
    {
        Demand(Name, "naam", SetUpTexts.NameMissing);
        Demand(Kind, "soort", SetUpTexts.KindMissing);
        Demand(City, "plaats", SetUpTexts.CityMissing);
        DemandMail(OfficerMail, "fgmail");
        if (Agreement is not ("gezamenlijk" or "verwerker"))
            errors.Add("overeenkomst", SetUpTexts.AgreementMissing);
        if (SignedOn is null || !SignedOn.TryRead(out var signed))
            errors.Add("getekend", SetUpTexts.SignedMissing);
        else if (signed > today)
            errors.Add("getekend", SetUpTexts.SignedLater);
        Demand(Reference, "kenmerk", SetUpTexts.ReferenceMissing);
        DemandPerson(AdministratorName, AdministratorMail, "beheerder");
        if (Passwords.Judge(Password ?? string.Empty).Sentence() is { } fault)
            errors.Add("wachtwoord", fault);
        DemandPerson(OfficerName, OfficerOwnMail, "fg");
        DemandPerson(CoordinatorName, CoordinatorMail, "coordinator");
        if (Same(OfficerOwnMail, AdministratorMail))
            errors.Add("fg-mail", SetUpTexts.OfficerIsAnother);
        if (Same(CoordinatorMail, AdministratorMail) || Same(CoordinatorMail, OfficerOwnMail))
            errors.Add("coordinator-mail", SetUpTexts.CoordinatorIsAnother);

        void DemandPerson(string? name, string? mail, string who)
        {
            Demand(name, who + "-naam", SetUpTexts.PersonMissing);
            DemandMail(mail, who + "-mail");
        }

        void Demand(string? text, string field, string otherwise)
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > 200)
                errors.Add(field, otherwise);
        }

        void DemandMail(string? mail, string field)
        {
            if (!IsMail(mail))
                errors.Add(field, SetUpTexts.MailWrong);
        }
    }

    private static bool IsMail(string? mail)
        => mail?.Trim() is { Length: <= 254 } typed && MailAddress.TryCreate(typed, out var address) && address.Address == typed && address.Host.Contains('.', StringComparison.Ordinal);

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
