using Kring.Access;

namespace Kring.Privacy;

internal static class PrivacyPurposes
{
    /// <summary>Seeing who looked (AVG art. 15; Wabvpz art. 15e).</summary>
    internal static readonly Purpose WhoLooked = new("privacy.who-looked", Activities.AccessLogging,
        (Role.Self, Operations.Read | Operations.Export), (Role.CareRecipient, Operations.Read | Operations.Export), (Role.Representative, Operations.Read | Operations.Export));

    /// <summary>Reporting to an organisation's privacy desk, which its own staff may do as well, and working there: its data protection officer, and its director for what is about that officer.</summary>
    internal static readonly Purpose Desk = new("privacy.desk", Activities.PrivacyDesk,
        (Role.DataProtectionOfficer, Operations.ReadWrite), (Role.Reporter, Operations.Create), (Role.Professional, Operations.Create), (Role.Coordinator, Operations.Create),
        (Role.QualityNurse, Operations.Create), (Role.FunctionalAdministrator, Operations.Create), (Role.Director, Operations.Create | Operations.Read | Operations.Update));

    /// <summary>Reading what one reported oneself, and the answer.</summary>
    internal static readonly Purpose OwnReports = new("privacy.own-reports", Activities.PrivacyDesk,
        (Role.Reporter, Operations.Read), (Role.Professional, Operations.Read), (Role.Coordinator, Operations.Read), (Role.QualityNurse, Operations.Read),
        (Role.FunctionalAdministrator, Operations.Read), (Role.DataProtectionOfficer, Operations.Read), (Role.Director, Operations.Read));

    /// <summary>Checking afterwards whether an emergency access was needed.</summary>
    internal static readonly Purpose ReviewEmergency = new("privacy.review-emergency", Activities.PrivacyDesk, (Role.DataProtectionOfficer, Operations.Read | Operations.Update));

    /// <summary>Showing a privacy statement in time and keeping the receipt.</summary>
    internal static readonly Purpose Inform = new("privacy.inform", Activities.PrivacyDesk, (Role.Self, Operations.Create | Operations.Read));

    internal static IReadOnlyList<Purpose> All { get; } = [WhoLooked, Desk, OwnReports, ReviewEmergency, Inform];
}
