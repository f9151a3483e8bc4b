namespace Kring.Delivery.Notices;

/// <summary>What differs between the kinds of notice: subject, what it says before the link, and the text of an SMS.</summary>
internal sealed record NoticeWords(string Subject, string Lead, string Sms)
{
    /// <summary>The words of a kind in the language of the moment.</summary>
    internal static NoticeWords Of(NoticeKind kind) => kind switch
    {
        NoticeKind.LoginCode => new(NoticeTexts.LoginCodeSubject, NoticeTexts.LoginCodeLead, NoticeTexts.LoginCodeSms),
        NoticeKind.AccountCode => new(NoticeTexts.AccountCodeSubject, NoticeTexts.AccountCodeLead, NoticeTexts.AccountCodeSubject),
        NoticeKind.AccountExists => new(NoticeTexts.AccountExistsSubject, NoticeTexts.AccountExistsLead, NoticeTexts.AccountExistsSubject),
        NoticeKind.StaffEntered => new(NoticeTexts.StaffEnteredSubject, NoticeTexts.StaffEnteredLead, NoticeTexts.StaffEnteredSubject),
        NoticeKind.Invitation => new(NoticeTexts.InvitationSubject, NoticeTexts.InvitationLead, NoticeTexts.InvitationSubject),
        NoticeKind.NewMessages => new(NoticeTexts.NewMessagesSubject, NoticeTexts.NewMessagesLead, NoticeTexts.NewMessagesSubject),
        NoticeKind.AdmissionAsked => new(NoticeTexts.AdmissionAskedSubject, NoticeTexts.AdmissionAskedLead, NoticeTexts.AdmissionAskedSubject),
        NoticeKind.AdmissionAnswered or NoticeKind.ReportAnswered => new(NoticeTexts.AdmissionAnsweredSubject, NoticeTexts.AdmissionAnsweredLead, NoticeTexts.AdmissionAnsweredSubject),
        NoticeKind.NetworkChanged => new(NoticeTexts.NetworkChangedSubject, NoticeTexts.NetworkChangedLead, NoticeTexts.NetworkChangedSubject),
        NoticeKind.AccountChanged => new(NoticeTexts.AccountChangedSubject, NoticeTexts.AccountChangedLead, NoticeTexts.AccountChangedSubject),
        NoticeKind.PasswordLink => new(NoticeTexts.PasswordLinkSubject, NoticeTexts.PasswordLinkLead, NoticeTexts.PasswordLinkSubject),
        NoticeKind.SignInLink => new(NoticeTexts.SignInLinkSubject, NoticeTexts.SignInLinkLead, NoticeTexts.SignInLinkSubject),
        NoticeKind.PasswordChanged => new(NoticeTexts.PasswordChangedSubject, NoticeTexts.PasswordChangedLead, NoticeTexts.PasswordChangedSubject),
        NoticeKind.AccountBlocked => new(NoticeTexts.AccountBlockedSubject, NoticeTexts.AccountBlockedLead, NoticeTexts.AccountBlockedSubject),
        NoticeKind.UnknownAccessReported or NoticeKind.EmergencyAccess => new(NoticeTexts.ReportSubject, NoticeTexts.ReportLead, NoticeTexts.ReportSubject),
    };
}
