using Kring.App;
using Kring.App.Display;
using Kring.Networks.Mandates;
using Kring.Platform;

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

    /// <summary>"Lisa zei ja namens Annie de Vries, op 3 november".</summary>
    internal static string Said(this Consent consent, string? by, string recipient, DateTimeOffset now)
    {
        var (who, day) = (by ?? MandatesTexts.SomebodyWhoLeft, Day(consent.At, now));
        return consent.AnsweredBy == consent.OnBehalfOf
            ? (consent.Given ? AdmissionsTexts.SaidYes : AdmissionsTexts.SaidNo).Fill(who, day)
            : (consent.Given ? AdmissionsTexts.SaidYesFor : AdmissionsTexts.SaidNoFor).Fill(who, recipient, day);
    }

    /// <summary>"Annie de Vries trok de toestemming in, gisteren"; null while it was not withdrawn.</summary>
    internal static string? Withdrawn(this Consent consent, string? by, DateTimeOffset now)
        => consent.WithdrawnAt is { } at ? AdmissionsTexts.SaidWithdrawn.Fill(by ?? MandatesTexts.SomebodyWhoLeft, Day(at, now)) : null;

    private static string Day(DateTimeOffset at, DateTimeOffset now)
        => now.DutchDay().DayNumber - at.DutchDay().DayNumber is 0 or 1 ? at.ShowDay(now) : AdmissionsTexts.OnDay.Fill(at.ShowDay(now));

    internal static string Of(ConsentGround ground) => ground switch
    {
        ConsentGround.OwnConsent => AdmissionsTexts.GroundOwn,
        ConsentGround.Mandate => AdmissionsTexts.GroundMandate,
        ConsentGround.ParentalAuthority => AdmissionsTexts.GroundParent,
        ConsentGround.OwnObjection => AdmissionsTexts.GroundObjection,
    };
}
