using Kring.App;
using Kring.App.Components;
using Kring.App.Display;

namespace Kring.Networks.Participation;

/// <summary>Participants, bases and invitations in words.</summary>
internal static class PeopleWords
{
    internal static string Work(string function, string? organisation) => organisation is null ? function : NetworksTexts.WorkAt.Fill(function, organisation);

    internal static string About(ParticipantRow row, DateTimeOffset now) => row.Until is { } until
        ? NetworksTexts.AboutBefore.Fill(Work(row.Function, row.Organisation), row.From.ShowDay(now), until.ShowDay(now))
        : NetworksTexts.AboutSince.Fill(Work(row.Function, row.Organisation), row.From.ShowDay(now));

    /// <summary>"Mag berichten lezen en schrijven, en vragen of iemand mee mag doen." The one place for these words.</summary>
    internal static string Of(Rights rights)
    {
        if (!rights.HasFlag(Rights.Read))
            return NetworksTexts.MayNothing;
        (Rights Right, string Text)[] all =
        [
            (Rights.Read, rights.HasFlag(Rights.Write) ? NetworksTexts.MayReadAndWrite : NetworksTexts.MayRead), (Rights.AmongProfessionals, NetworksTexts.MayReadAmongProfessionals), (Rights.Invite, NetworksTexts.MayInvite), (Rights.AskIn, NetworksTexts.MayAskIn),
            (Rights.Decide, NetworksTexts.MayDecide), (Rights.SayNo, NetworksTexts.MayObject), (Rights.Coordinate, NetworksTexts.MayCoordinate),
        ];
        var may = all.Where(a => rights.HasFlag(a.Right)).Select(a => a.Text).ToList();
        var sentence = NetworksTexts.May.Fill(may.Count == 1 ? may[0] : NetworksTexts.MayAnd.Fill(string.Join(", ", may.SkipLast(1)), may[^1]));
        return rights.HasFlag(Rights.MoneyOnly) ? $"{NetworksTexts.MayMoneyOnly} {sentence}" : sentence;
    }

    internal static string Basis(BasisKind kind) => kind switch
    {
        BasisKind.TreatmentAgreement => NetworksTexts.BasisTreatment,
        BasisKind.StatutoryTask => NetworksTexts.BasisStatutory,
        BasisKind.WrittenConsent => NetworksTexts.BasisConsent,
    };

    internal static string BasisHint(BasisKind kind) => kind switch
    {
        BasisKind.TreatmentAgreement => NetworksTexts.BasisTreatmentHint,
        BasisKind.StatutoryTask => NetworksTexts.BasisStatutoryHint,
        BasisKind.WrittenConsent => NetworksTexts.BasisConsentHint,
    };

    internal static IReadOnlyList<Choice> BasisChoices => [.. Enum.GetValues<BasisKind>().Select(kind => new Choice(kind.ToString(), Basis(kind), BasisHint(kind)))];

    internal static (StatusKind Kind, string Text) Invited(InvitedRow row, DateTimeOffset now) => row.State switch
    {
        InvitedState.Waiting => (StatusKind.Waiting, NetworksTexts.InvitedUntil.Fill(row.ValidUntil.ShowDay(now))),
        InvitedState.Expired => (StatusKind.Neutral, NetworksTexts.InvitedExpired),
        InvitedState.Declined => (StatusKind.Bad, NetworksTexts.InvitedDeclined),
    };

    /// <summary>Why somebody is invited anew and not reminded.</summary>
    internal static string? Anew(InvitedRow row) => row.Next switch
    {
        InvitedNext.Nothing or InvitedNext.Remind => null,
        InvitedNext.AskAnew => NetworksTexts.AnewAsks,
        InvitedNext.InviteAnew => NetworksTexts.AnewDead,
    };

    /// <summary>"Annie", "Bert of Annie", "Bert, Cor of Annie".</summary>
    internal static string Or(IReadOnlyList<string> names)
        => names.Count == 0 ? NetworksTexts.ARepresentative : names.Count == 1 ? names[0] : NetworksTexts.Or.Fill(string.Join(", ", names.SkipLast(1)), names[^1]);
}
