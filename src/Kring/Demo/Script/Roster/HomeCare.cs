namespace Kring.Demo.Script.Roster;

/// <summary>The elderly who live at home; the second network of the show case, still open, comes first.</summary>
internal static class HomeCare
{
    internal static readonly IReadOnlyList<Household> Households =
    [
        new("Gerrit van der Heijden", 'm', "1939-05-02", 3, "marieke sanne ewa charlotte", "dochter Ellen van der Heijden, buurman Ab Kok"),
        new("Wim Hendriks", 'm', "1941-03-12", 292, "marieke sanne ewa rene ilse daan", "dochter Petra Mulder-Hendriks, zoon Erik Hendriks")
        {
            Liveliness = 900,
        },
        new("Corrie Mulder-Bos", 'v', "1943-11-24", 214, "marieke sanne rishi hugo", "schoondochter Petra Mulder-Hendriks, zoon Jan-Willem Mulder"),
        new("Truus van den Berg-Smeets", 'v', "1936-08-19", 238, "marieke sanne lotte rene", "dochter Ineke van den Berg, buurvrouw Samira Bouazza")
        {
            Events = "joins daan 60, leaves lotte 150, joins mohamed 152",
        },
        new("Hendrika Postma", 'v', "1932-01-07", 265, "thea esra mohamed charlotte", "nicht Sietske Postma, vrijwilliger Gerard Kramer") { Account = false },
        new("Ahmed el Idrissi", 'm', "1946-07-01", 201, "thea esra ewa hugo fatima", "zoon Youssef el Idrissi, dochter Naima el Idrissi")
        {
            Events = "refused zoe 70",
        },
        new("Soewarni Kromowidjojo", 'v', "1944-09-15", 187, "thea esra rishi charlotte", "dochter Sharmila Kromowidjojo, kleinzoon Dylan Kromowidjojo"),
        new("Piet de Jong", 'm', "1938-02-28", 246, "thea ijsbrand lotte charlotte jeroen", "zoon Marcel de Jong, buurvrouw Tineke Prins"),
        new("Fatma Kaya", 'v', "1949-04-23", 173, "gulay esra mohamed hugo", "dochter Elif Kaya, zoon Murat Kaya")
        {
            Events = "withdrawn fatima 30 95",
        },
        new("Johanna Verbeek-Rietveld", 'v', "1935-06-11", 222, "gulay ijsbrand ewa charlotte ilse", "dochter Mariëtte Verbeek, dochter Hélène Verbeek") { Account = false },
        new("Cornelis Tuinman", 'm', "1937-10-30", 259, "gulay ijsbrand rishi rene zoe", "kleindochter Fleur Tuinman, buurman Henk Schipper"),
        new("Lea Grünberg", 'v', "1934-12-05", 195, "gulay sanne lotte hugo fatima", "vriendin Bep Cohen, nicht Judith Grünberg"),
        new("Jan Wójcik", 'm', "1947-03-03", 159, "marieke sanne mohamed rene", "dochter Agnieszka Wójcik")
        {
            Events = "pending jeroen 1",
        },
        new("Riet IJzerman-Kok", 'v', "1940-09-09", 231, "marieke ijsbrand ewa charlotte", "zoon Frank IJzerman, dochter Astrid IJzerman")
        {
            Events = "joins ilse 45, refused jeroen 100",
        },
        new("Edmund Wijdenbosch", 'm', "1942-05-27", 207, "marieke esra rishi hugo daan", "dochter Melissa Wijdenbosch, zus Gladys Wijdenbosch"),
        new("Dirkje van Vliet", 'v', "1931-07-18", 276, "thea ijsbrand lotte charlotte", "zoon Arie van Vliet, schoondochter Gonnie van Vliet") { Account = false },
        new("Bertus Nijhof", 'm', "1945-01-22", 180, "thea sanne mohamed rene", "dochter Chantal Nijhof, vriend Toon Wessels"),
        new("Mieke Jacobs", 'v', "1948-08-08", 166, "thea ijsbrand ewa hugo fatima", "dochter Sofie Jacobs, buurvrouw Leïla Haddad"),
    ];
}
