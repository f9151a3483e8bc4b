namespace Kring.Demo.Script;

internal static class Bases
{
    internal static IReadOnlyList<DemoBasis> Of(IEnumerable<DemoMember> members, DateOnly enrolled, int number) =>
    [
        .. members.Where(member => member.OrganisationKey is not null)
            .GroupBy(member => member.OrganisationKey!, StringComparer.Ordinal)
            .Select(group => Of(group.Key, enrolled.AddDays(-1 - (number % 9)), number)),
    ];

    private static DemoBasis Of(string organisation, DateOnly date, int number) => organisation switch
    {
        "delinde" => new(organisation, DemoBasisKind.TreatmentAgreement, $"Zorgovereenkomst DL-{date.Year}-{1040 + (number * 7)}", date),
        "vondelpoort" => new(organisation, DemoBasisKind.TreatmentAgreement, $"Inschrijving praktijk VP-{5200 + (number * 13)}", date.AddYears(-4)),
        _ when number % 3 == 0 => new(organisation, DemoBasisKind.StatutoryTask, $"Beschikking Wmo {date.Year}-{20310 + (number * 11)}", date),
        _ => new(organisation, DemoBasisKind.WrittenConsent, $"Toestemmingsformulier SP-{date.Year}-{310 + number}", date),
    };
}
