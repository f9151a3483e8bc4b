using System.Globalization;
using Kring.Access;
using Kring.People;
using Kring.Platform;

namespace Kring.Bench.Growth;

/// <summary>Makes persons with a profile and an account, each in a compartment of their own. The caller commits.</summary>
internal sealed class InventedPeople(Door door, Profiles profiles, TimeProvider time)
{
    private static readonly string[] Given = ["Annie", "Joke", "Henk", "Piet", "Ria", "Willem", "Truus", "Kees", "Fatma", "Ahmed", "Corrie", "Gerrit", "Els", "Bas", "Marieke", "Nel", "Dirk", "Toos", "Jan", "Mia"];
    private static readonly string[] Family = ["de Vries", "Jansen", "van den Berg", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "de Boer", "Bos", "Vos", "Peters", "Hendriks", "van Dijk", "Yilmaz", "Dekker", "Brouwer", "de Wit", "Dijkstra"];
    private static readonly DateOnly Eldest = new(1930, 1, 1);

    internal static string Name(int number) => $"{Given[number % Given.Length]} {Family[number / Given.Length % Family.Length]}";

    internal static DateOnly BirthDate(int number) => Eldest.AddDays((int)(number * 7_919L % 20_000));

    /// <param name="kind">With the number it makes the address theirs alone.</param>
    /// <param name="hash">Of the password that nobody types.</param>
    internal async Task<PersonId> Add(string kind, int number, string hash)
    {
        var id = time.NewId<PersonId>();
        var profile = await door.FoundByJob(Stage.Making(id.Profile, "profile"), default);
        var mail = string.Create(CultureInfo.InvariantCulture, $"{kind}{number}@groot.example");
        profiles.AddPerson(profile, new PersonDetails(Name(number), mail, "+31612345678", BirthDate(number)));
        profiles.AddAccountWith(profile, mail, hash);
        return id;
    }
}
