using Kring.Data;

namespace Kring.Access.Register;

/// <summary>Kring's own processing activities as they stand in the register at the first start; each has its grounds, no default.</summary>
internal static class RegisterAtFirstStart
{
    internal static IReadOnlyList<ProcessingActivity> Activities { get; } =
    [
        Entry(Access.Activities.Account, "Account en inloggen", "6(1)(b)", null, RetentionClass.Account,
            DataCategory.Identity, DataCategory.Contact, DataCategory.Credential, DataCategory.Preference, DataCategory.Pseudonym, DataCategory.Usage),
        Entry(Access.Activities.Participation, "Deelnemen aan zorgnetwerken", "6(1)(b), 6(1)(c)", "9(2)(h), UAVG 30(3)(a)", RetentionClass.Participation,
            DataCategory.Relation, DataCategory.Identity, DataCategory.Contact, DataCategory.Preference, DataCategory.Pseudonym),
        Entry(Access.Activities.Communication, "Communicatie in het zorgnetwerk", "6(1)(b), 6(1)(c)", "9(2)(h), UAVG 30(3)(a)", RetentionClass.CareCommunication,
            DataCategory.CareContent, DataCategory.Relation, DataCategory.Pseudonym, DataCategory.Usage),
        Entry(Access.Activities.Consent, "Toestemming en vertegenwoordiging", "6(1)(c)", "9(2)(h), UAVG 30(3)(a)", RetentionClass.ConsentEvidence,
            DataCategory.Consent, DataCategory.Relation, DataCategory.Pseudonym),
        Entry(Access.Activities.Notification, "Meldingen zonder inhoud", "6(1)(b)", null, RetentionClass.Delivery,
            DataCategory.Contact, DataCategory.Preference, DataCategory.Pseudonym),
        Entry(Access.Activities.StaffAdministration, "Medewerkers en hun rollen", "6(1)(b), 6(1)(c)", null, RetentionClass.StaffFile,
            DataCategory.Employment, DataCategory.Identity, DataCategory.Contact, DataCategory.Credential, DataCategory.Pseudonym),
        Entry(Access.Activities.AccessLogging, "Vastleggen wie wat inziet", "6(1)(c)", "9(2)(h), UAVG 30(3)(a)", RetentionClass.AccessLog,
            DataCategory.Usage, DataCategory.Pseudonym),
        Entry(Access.Activities.PrivacyDesk, "Privacybalie en privacyverklaringen", "6(1)(c)", "9(2)(h), UAVG 30(3)(a)", RetentionClass.PrivacyDesk,
            DataCategory.Identity, DataCategory.Usage, DataCategory.Pseudonym),
        Entry(Access.Activities.FirstStart, "Inrichten van Kring", "6(1)(b)", "9(2)(h), UAVG 30(3)(a)", RetentionClass.Account,
            DataCategory.Identity, DataCategory.Contact, DataCategory.Pseudonym),
    ];

    private static ProcessingActivity Entry(string key, string name, string ground, string? exception, string retention, params DataCategory[] categories) => new()
    {
        Organisation = default,
        Key = key,
        Name = name,
        GroundArticle6 = ground,
        ExceptionArticle9 = exception,
        Categories = categories,
        RetentionClass = retention,
        Status = ActivityStatus.Active,
    };
}
