using Kring.App.Components;
using Kring.FirstStart.NewOrganisations;
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
        DemandMail(OfficerMail, "fgmail", SetUpTexts.OfficerMailMissing);
        if (Agreement is not ("gezamenlijk" or "verwerker"))
            errors.Add("overeenkomst", SetUpTexts.AgreementMissing);
        if (SignedOn is null || !SignedOn.TryRead(out var signed))
            errors.Add("getekend", SetUpTexts.SignedMissing);
        else if (signed > today)
            errors.Add("getekend", SetUpTexts.SignedLater);
        Demand(Reference, "kenmerk", SetUpTexts.ReferenceMissing);
        Demand(AdministratorName, "beheerder-naam", SetUpTexts.AdministratorNameMissing);
        DemandMail(AdministratorMail, "beheerder-mail", SetUpTexts.AdministratorMailMissing);
        Demand(OfficerName, "fg-naam", SetUpTexts.OfficerNameMissing);
        DemandMail(OfficerOwnMail, "fg-mail", SetUpTexts.OfficerOwnMailMissing);
        Demand(CoordinatorName, "coordinator-naam", SetUpTexts.CoordinatorNameMissing);
        DemandMail(CoordinatorMail, "coordinator-mail", SetUpTexts.CoordinatorMailMissing);
        if (Same(OfficerOwnMail, AdministratorMail))
            errors.Add("fg-mail", SetUpTexts.OfficerIsAnother);
        if (Same(CoordinatorMail, AdministratorMail) || Same(CoordinatorMail, OfficerOwnMail))
            errors.Add("coordinator-mail", SetUpTexts.CoordinatorIsAnother);

        void Demand(string? text, string field, string otherwise)
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > 200)
                errors.Add(field, otherwise);
        }

        void DemandMail(string? mail, string field, string otherwise)
        {
            if (!MailShape.Holds(mail))
                errors.Add(field, string.IsNullOrWhiteSpace(mail) ? otherwise : SetUpTexts.MailWrong);
        }
    }

    /// <summary>The administrator's own, chosen on the page that shows the answers: it is never written back to a page.</summary>
    internal void CheckPassword(FormErrors errors)
    {
        if (Passwords.Judge(Password ?? string.Empty).Sentence() is { } fault)
            errors.Add("wachtwoord", fault);
    }

    private static bool Same(string? one, string? other) => !string.IsNullOrWhiteSpace(one) && string.Equals(one.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
