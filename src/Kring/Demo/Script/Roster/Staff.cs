namespace Kring.Demo.Script.Roster;

internal static class Staff
{
    internal static readonly IReadOnlyList<DemoOrganisation> Organisations =
    [
        new("delinde", "Thuiszorg De Linde", "thuiszorgorganisatie", "Amersfoort"),
        new("vondelpoort", "Huisartsenpraktijk Vondelpoort", "huisartsenpraktijk", "Amersfoort"),
        new("samenspel", "Stichting Samenspel", "welzijnsorganisatie", "Leusden"),
    ];

    internal static readonly IReadOnlyList<DemoPerson> Persons =
    [
        .. Of(
            "delinde",
            [
                "Marieke Visser|coordinator|coördinator", "Thea Hoekstra|coordinator|coördinator", "Gülay Aydın|coordinator|coördinator",
                "Sanne Bakker|wijkverpleegkundige|wijkverpleegkundige", "Esra Demir|wijkverpleegkundige|wijkverpleegkundige",
                "IJsbrand Terpstra|wijkverpleegkundige|wijkverpleegkundige", "Ewa Kowalczyk|zorgprofessional|verzorgende IG",
                "Rishi Ramdin|zorgprofessional|verzorgende IG", "Lotte Smit|zorgprofessional|verzorgende IG",
                "Mohamed Benali|zorgprofessional|verzorgende IG", "Karin de Graaf|kwaliteitsverpleegkundige|kwaliteitsverpleegkundige",
                "Bas van Leeuwen|functioneel-beheerder|functioneel beheerder", "Noor van Dijk|fg|functionaris gegevensbescherming",
                "Hans Willemsen|directeur|directeur-bestuurder",
            ]),
        .. Of(
            "vondelpoort",
            [
                "René Yılmaz|zorgprofessional|huisarts",
                "Charlotte van Leer|zorgprofessional|huisarts", "Hugo Bron|zorgprofessional|huisarts",
                "Ilse Kuipers|zorgprofessional|praktijkverpleegkundige", "Daan Peters|zorgprofessional|fysiotherapeut",
                "Zoë Janssen|zorgprofessional|fysiotherapeut", "Pieter Blok|fg|functionaris gegevensbescherming",
                "Anouk Post|functioneel-beheerder|functioneel beheerder", "Margriet Dekker|directeur|praktijkmanager",
            ]),
        .. Of(
            "samenspel",
            [
                "Priscilla Cairo|coordinator|coördinator", "Fatima el Amrani|zorgprofessional|maatschappelijk werker",
                "Jeroen Blom|zorgprofessional|jeugd- en gezinswerker", "Koen van Rijn|fg|functionaris gegevensbescherming",
                "Sjoerd Dijkstra|functioneel-beheerder|functioneel beheerder", "Yvonne Verhoeven|directeur|directeur",
            ]),
    ];

    private static IEnumerable<DemoPerson> Of(string organisation, IEnumerable<string> rows) =>
        rows.Select((row, index) => Employee(organisation, row.Split('|'), index));

    private static DemoPerson Employee(string organisation, string[] row, int index)
    {
        var (first, prefix, last) = Names.Split(row[0]);
        var key = Names.KeyOf(first);
        var mobile = $"+316{organisation.Length % 10}{(index * 391) + 1204:0000}{(index * 17) + 120:000}";
        return new DemoPerson(key, first, prefix, last, $"{key}@{organisation}.example", mobile, null, new DemoJob(organisation, row[1], row[2]));
    }
}
