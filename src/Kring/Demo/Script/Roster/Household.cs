using System.Globalization;

namespace Kring.Demo.Script.Roster;

/// <summary>
/// One network in short. <c>Staff</c>: keys, coordinator first. <c>Family</c>: "dochter Petra Hendriks, buurman Ab Kok".
/// <c>Born</c>: a date, or "age 13". <c>Events</c>: "joins ilse 60", "leaves lotte 90", "refused zoe 40",
/// "withdrawn zoe 40 70" in days after enrolment, "pending daan 2" in days before now.
/// </summary>
internal sealed record Household(string Recipient, char Sex, string Born, int DaysAgo, string Staff, string Family)
{
    internal bool Account { get; init; } = true;

    internal string Events { get; init; } = "";

    internal IReadOnlyList<Mandate> Mandates { get; init; } = [];

    internal int? OutOfCareDaysAgo { get; init; }

    internal int? ClosedDaysAgo { get; init; }

    internal string? ClosedBecause { get; init; }

    internal int Liveliness { get; init; } = 100;

    internal bool Woman => Sex == 'v';

    internal DateOnly BirthDate(DateOnly today) => Born.StartsWith("age ", StringComparison.Ordinal)
        ? today.AddYears(-int.Parse(Born.AsSpan(4), CultureInfo.InvariantCulture)).AddDays(-130)
        : DateOnly.Parse(Born, CultureInfo.InvariantCulture);
}
