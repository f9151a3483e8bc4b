using Kring.Networks.Mandates;

namespace Kring.Networks.Admissions;

/// <summary>Whether somebody may answer an admission request. Every member has its sentence in <see cref="AnswerSentences"/>.</summary>
internal enum AnswerRight
{
    MayAnswer,
    /// <summary>A care recipient of 12 to 15: no is theirs to say, yes takes a parent.</summary>
    MayOnlyObject,
    TheRequester,
    AboutThemselves,
    NotTheirs,
    TooYoung,
    NotForAMinor,
    HasRegainedOwnVoice,
    MandateNotYet,
    MandateExpired,
    MandateNotForCare,
    AlreadyAnswered,
    /// <summary>Nobody wants to know any more.</summary>
    TakenBack,
    /// <summary>A closed network takes nobody in.</summary>
    NetworkClosed,
}

internal static class AnswerRights
{
    internal static AnswerRight Of(CareVoice voice) => voice switch
    {
        CareVoice.Own or CareVoice.Parent or CareVoice.Mandated => AnswerRight.MayAnswer,
        CareVoice.Youth => AnswerRight.MayOnlyObject,
        CareVoice.TooYoung => AnswerRight.TooYoung,
        CareVoice.HasRegainedOwnVoice => AnswerRight.HasRegainedOwnVoice,
        CareVoice.NotForAMinor => AnswerRight.NotForAMinor,
        CareVoice.MandateNotYet => AnswerRight.MandateNotYet,
        CareVoice.MandateExpired => AnswerRight.MandateExpired,
        CareVoice.MandateNotForCare => AnswerRight.MandateNotForCare,
        CareVoice.None => AnswerRight.NotTheirs,
    };
}
