namespace Kring.Law;

/// <summary>The terms the program asks for, each with the value it starts with. Changing one is a new row in the database.</summary>
internal static class LegalTermKeys
{
    internal const string NetworkLock = "network.lock";
    internal const string DeviceTrust = "device.trust";
    internal const string LoginCode = "login.code";
    internal const string LoginAttempt = "login.attempt";
    internal const string PasswordLink = "password.link";
    internal const string SignInLink = "login.link";
    internal const string SessionIdle = "session.idle";
    internal const string SessionLongest = "session.longest";
    internal const string Invitation = "network.invitation";
    internal const string RefusalShown = "network.refusal-shown";
    internal const string StaffInvitation = "staff.invitation";
    internal const string EmergencyAccess = "access.emergency";
    internal const string PrivacyAnswer = "privacy.answer";
    internal const string Holidays = "days.holidays";
    internal const string RetentionSignIn = "retention.sign-in";
    internal const string RetentionDelivery = "retention.delivery";
    internal const string RetentionKeyBackup = "retention.key-backup";
    internal const string AgeOfOwnCareVoice = "age.own-care-voice";
    internal const string AgeOfOwnConsent = "age.own-consent";
    internal const string AgeOfMajority = "age.majority";

    internal static IReadOnlyList<LegalTerm> AtFirstStart =>
    [
        Term(NetworkLock, "PT168H", "Promise K4: seven times 24 hours after enrolment"),
        Term(DeviceTrust, "P1M", "Promise K5: one calendar month from the code"),
        Term(LoginCode, "PT10M", "NIST SP 800-63B-4, 3.1.3.2: at most ten minutes"),
        Term(LoginAttempt, "PT30M", "Kring's own choice: the password counts this long for asking a code anew"),
        Term(PasswordLink, "PT30M", "Kring's own choice: long enough to find a mail, as short as an attempt to sign in"),
        Term(SignInLink, "PT15M", "Kring's own choice: long enough to find a mail, half of an attempt to sign in; NIST SP 800-63B-4 gives a mailed code ten minutes and does not count mail as a factor"),
        Term(SessionIdle, "PT60M", "NIST SP 800-63B-4, AAL2: at most one hour"),
        Term(SessionLongest, "PT24H", "NIST SP 800-63B-4, AAL2: at most 24 hours"),
        Term(Invitation, "P7D", "Kring's own choice: links live as long as the first week"),
        Term(RefusalShown, "P30D", "AVG art. 5(1)(c); Kring's own choice: long enough to come back to a notice, counted from the answer"),
        Term(StaffInvitation, "P7D", "Kring's own choice: as long as every invitation"),
        Term(EmergencyAccess, "PT1H", "Kring's own choice: break-glass is short"),
        Term(PrivacyAnswer, "P1M", "AVG art. 12(3): within one month of receipt"),
        Term(Holidays, "01-01 Easter-2 Easter+1 04-27|Sunday-1 05-05 Easter+39 Easter+50 12-25 12-26", "Algemene termijnenwet art. 3, for Regulation 1182/71 art. 2(1)"),
        Term(RetentionSignIn, "P90D", "AVG art. 5(1)(e); Kring's own choice: long enough to look into a theft, counted from when the row was over"),
        Term(RetentionDelivery, "P30D", "AVG art. 5(1)(e); Kring's own choice: long enough to find out why a mail did not come, counted from sending"),
        Term(RetentionKeyBackup, "P30D", "AVG art. 17 and 5(1)(e); Kring's own choice: what was erased by destroying its key can be read for as long as a backup of that key is left"),
        Term(AgeOfOwnCareVoice, "12", "UAVG art. 5; BW 7:450(2) and 7:465"),
        Term(AgeOfOwnConsent, "16", "UAVG art. 5; BW 7:447"),
        Term(AgeOfMajority, "18", "BW 1:233"),
    ];

    private static LegalTerm Term(string key, string value, string source)
        => new() { Key = key, Value = value, Source = source, EffectiveFrom = new DateOnly(2020, 1, 1) };
}
