namespace Kring.Access.Register;

/// <summary>Names of the retention classes; their lengths are data with a source (see the legal periods).</summary>
internal static class RetentionClass
{
    internal const string CareCommunication = "care-communication";
    internal const string Participation = "participation";
    internal const string ConsentEvidence = "consent-evidence";
    internal const string Account = "account";
    internal const string SignIn = "sign-in";
    internal const string StaffFile = "staff-file";
    internal const string AccessLog = "access-log";
    internal const string PrivacyDesk = "privacy-desk";
    internal const string Delivery = "delivery";

    /// <summary>That something was destroyed: for as long as a backup may bring it back (AVG art. 5(2)).</summary>
    internal const string Destruction = "destruction";
}
