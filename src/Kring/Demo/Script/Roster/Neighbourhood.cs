namespace Kring.Demo.Script.Roster;

/// <summary>More elderly, among them those in hospital, those whose network closed and those of the last days.</summary>
internal static class Neighbourhood
{
    internal static readonly IReadOnlyList<Household> Households =
    [
        new("Arend Hofstra", 'm', "1933-04-14", 253, "thea esra rishi rene", "dochter Froukje Hofstra, zoon Sybren Hofstra") { OutOfCareDaysAgo = 9 },
        new("Nel Kuiper-de Wit", 'v', "1941-12-19", 189, "gulay sanne lotte charlotte", "dochter Bianca Kuiper, zoon Ruud Kuiper") { OutOfCareDaysAgo = 4 },
        new("Jozef Maes", 'm', "1930-02-10", 288, "gulay ijsbrand mohamed hugo", "dochter Godelieve Maes, zoon Luc Maes")
        {
            ClosedDaysAgo = 38,
            ClosedBecause = "Overleden",
        },
        new("Annemarie Scholten", 'v', "1944-06-06", 241, "marieke esra ewa charlotte zoe", "dochter Judith Scholten")
        {
            ClosedDaysAgo = 60,
            ClosedBecause = "Zorg is afgerond",
        },
        new("Sien van Rooijen", 'v', "1937-03-21", 5, "thea ijsbrand rishi charlotte", "zoon Peter van Rooijen") { Account = false },
        new("Moses Tetteroo", 'm', "1945-11-11", 4, "gulay esra lotte hugo", "dochter Naomi Tetteroo"),
        new("Hilda Brouwer-Vos", 'v', "1942-10-02", 6, "marieke sanne mohamed charlotte", "dochter Suzanne Brouwer, kleindochter Eva Brouwer"),
        new("Klaas Wiersma", 'm', "1936-09-27", 217, "marieke ijsbrand ewa rene", "dochter Tjitske Wiersma, buurman Sjaak Verkerk")
        {
            Events = "joins zoe 80, pending fatima 3",
        },
        new("Indra Ramautar", 'v', "1946-02-17", 198, "thea esra lotte hugo ilse", "zoon Vikash Ramautar, dochter Anjali Ramautar"),
        new("Willy Timmermans", 'v', "1939-01-30", 226, "thea sanne rishi rene", "dochter Yvette Timmermans, vriendin Ans Peeters")
        {
            Events = "refused jeroen 55, joins daan 120",
        },
        new("Ben Polak", 'm', "1940-07-07", 175, "gulay ijsbrand mohamed charlotte fatima", "zoon Ruben Polak, vrijwilliger Loes Aarts"),
        new("Geertruida Elzinga", 'v', "1929-11-03", 270, "gulay esra ewa hugo", "dochter Reinou Elzinga, dochter Jitske Elzinga") { Account = false },
        new("Maria da Silva Tavares", 'v', "1947-05-13", 184, "gulay sanne lotte rene jeroen", "dochter Cátia Tavares, zoon Nuno Tavares"),
    ];
}
