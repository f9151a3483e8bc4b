using Kring.App;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;

namespace Kring.Networks.Admissions;

/// <summary>What somebody in a capacity may see and do in a network, for the question on the consent page.</summary>
internal static class Allowed
{
    /// <param name="voice">Of whoever reads the question.</param>
    internal static IReadOnlyList<(string Text, bool Yes)> To(Capacity capacity, Voice voice, string recipient) =>
    [
        (AdmissionsTexts.AllowedMessages, true),
        (AdmissionsTexts.AllowedPeople, true),
        (AdmissionsTexts.AllowedProfessional, capacity == Capacity.Professional),
        (voice.IsRecipients ? AdmissionsTexts.AllowedDecide : AdmissionsTexts.AllowedDecideFor.Fill(recipient), capacity == Capacity.Representative),
        (AdmissionsTexts.AllowedAskIn, true),
        (AdmissionsTexts.AllowedInvite, false),
    ];
}
