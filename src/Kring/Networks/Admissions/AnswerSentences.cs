using Kring.App;
using Kring.Networks.Mandates;

namespace Kring.Networks.Admissions;

/// <summary>Why somebody may not answer, to themselves. Every reason has its sentence: a new one does not build without.</summary>
internal static class AnswerSentences
{
    internal static string Sentence(this AnswerRight right, string recipient) => right switch
    {
        AnswerRight.MayAnswer => AdmissionsTexts.CanAlwaysChange,
        AnswerRight.MayOnlyObject => AdmissionsTexts.MayOnlyObject,
        AnswerRight.TheRequester => AdmissionsTexts.TheRequester,
        AnswerRight.AboutThemselves => AdmissionsTexts.AboutThemselves,
        AnswerRight.NotTheirs => AdmissionsTexts.NotTheirs.Fill(recipient),
        AnswerRight.TooYoung => AdmissionsTexts.TooYoung,
        AnswerRight.NotForAMinor => AdmissionsTexts.NotForAMinor.Fill(recipient),
        AnswerRight.HasRegainedOwnVoice => AdmissionsTexts.HasRegainedOwnVoice.Fill(recipient),
        AnswerRight.MandateNotYet => AdmissionsTexts.MandateNotYet,
        AnswerRight.MandateExpired => AdmissionsTexts.MandateExpired,
        AnswerRight.MandateNotForCare => AdmissionsTexts.MandateNotForCare,
        AnswerRight.AlreadyAnswered => AdmissionsTexts.AlreadyAnswered,
        AnswerRight.TakenBack => AdmissionsTexts.TakenBack,
        AnswerRight.NetworkClosed => AdmissionsTexts.NetworkClosed,
    };

    /// <summary>On whose behalf this reader answers; null when that is themselves.</summary>
    internal static string? OnBehalf(this Voice voice, string recipient) => voice.Mandate is { } mandate && voice.Decides
        ? AdmissionsTexts.OnBehalfOf.Fill(recipient, MandateWords.Of(mandate.Kind))
        : null;

    internal static string Of(ConsentGround ground) => ground switch
    {
        ConsentGround.OwnConsent => AdmissionsTexts.GroundOwn,
        ConsentGround.Mandate => AdmissionsTexts.GroundMandate,
        ConsentGround.ParentalAuthority => AdmissionsTexts.GroundParent,
        ConsentGround.OwnObjection => AdmissionsTexts.GroundObjection,
    };
}
