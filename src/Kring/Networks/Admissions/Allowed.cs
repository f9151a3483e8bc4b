using Kring.Networks.Participation;

namespace Kring.Networks.Admissions;

/// <summary>What somebody in a capacity may see and do in a network, for the question on the consent page.</summary>
internal static class Allowed
{
    internal static IReadOnlyList<(string Text, bool Yes)> To(Capacity capacity) =>
    [
        (AdmissionsTexts.AllowedMessages, true),
        (AdmissionsTexts.AllowedPeople, true),
        (AdmissionsTexts.AllowedProfessional, capacity == Capacity.Professional),
        (AdmissionsTexts.AllowedDecide, capacity == Capacity.Representative),
        (AdmissionsTexts.AllowedInvite, false),
    ];
}
