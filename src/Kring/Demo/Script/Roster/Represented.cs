namespace Kring.Demo.Script.Roster;

/// <summary>Networks with a mandate, the two young people, and younger adults.</summary>
internal static class Represented
{
    internal static readonly IReadOnlyList<Household> Households =
    [
        new("Anton Vermeulen", 'm', "1938-08-25", 233, "thea ijsbrand rishi charlotte", "broer Theo Vermeulen")
        {
            Account = false,
            Mandates = [new("mentor Wilma Brands", DemoMandateKind.Mentor, DemoMandateScope.Care, -640, null, "Beschikking 11482306 BM 25-318")],
            Events = "joins fatima 75",
        },
        new("Greet Oosterhuis", 'v', "1943-03-16", 210, "gulay ijsbrand ewa hugo", "dochter Carla Oosterhuis")
        {
            Account = false,
            Mandates =
            [
                new("mentor Wilma Brands", DemoMandateKind.Mentor, DemoMandateScope.Care, -364, 1, "Beschikking 11539912 BM 25-771"),
                new("dochter Carla Oosterhuis", DemoMandateKind.AuthorisedProxy, DemoMandateScope.Money, -500, null, "Volmacht notaris 2025.0412"),
            ],
        },
        new("Frits Landman", 'm', "1941-10-08", 191, "gulay sanne mohamed rene", "nicht Marloes Landman")
        {
            Account = false,
            Mandates = [new("nicht Marloes Landman", DemoMandateKind.AuthorisedProxy, DemoMandateScope.Both, -372, -7, "Schriftelijke machtiging 2025-11")],
        },
        new("Loes Dijkman", 'v', "1974-02-09", 168, "thea esra lotte rene fatima", "zus Anja Dijkman")
        {
            Account = false,
            Mandates = [new("curator Maarten Roelofs", DemoMandateKind.Curator, DemoMandateScope.Both, -1200, null, "Beschikking 9920417 CU 23-104")],
        },
        new("Milan Hoogland", 'm', "age 13", 152, "priscilla jeroen ilse hugo", "")
        {
            Mandates = [new("moeder Nathalie Hoogland", DemoMandateKind.Parent, DemoMandateScope.Both, -4800, null, "Uittreksel gezagsregister 2026-0611")],
        },
        new("Noor van Wijk", 'v', "age 9", 143, "priscilla sanne daan rene fatima", "opa Bart van Wijk")
        {
            Account = false,
            Mandates = [new("moeder Kirsten van Wijk", DemoMandateKind.Parent, DemoMandateScope.Both, -3400, null, "Uittreksel gezagsregister 2026-0734")],
        },
        new("Stefan Nowak", 'm', "1985-06-20", 161, "priscilla esra rishi rene zoe", "broer Tomasz Nowak, vriendin Kim Tran"),
        new("Aïsha Bensaïd", 'v', "1979-12-12", 177, "marieke esra mohamed hugo", "zus Khadija Bensaïd, broer Karim Bensaïd"),
    ];
}
