namespace Kring.Access;

/// <summary>Keys of the processing activities that Kring itself carries out; the entries themselves are seeded into the register at the first start.</summary>
internal static class Activities
{
    internal const string Account = "account-and-sign-in";
    internal const string Participation = "participation-in-care-networks";
    internal const string Communication = "communication-in-care-networks";
    internal const string Consent = "consent-and-representation";
    internal const string Notification = "notification-without-content";
    internal const string StaffAdministration = "staff-administration";
    internal const string AccessLogging = "access-logging";
    internal const string PrivacyDesk = "privacy-desk";
    internal const string FirstStart = "first-start-and-bulk-data";
}
