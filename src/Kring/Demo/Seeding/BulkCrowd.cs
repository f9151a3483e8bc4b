using System.Security.Cryptography;
using Kring.Access;

namespace Kring.Demo.Seeding;

/// <summary>The people of one run of bulk data. One in ten works for its one organisation, as a coordinator.</summary>
internal sealed class BulkCrowd
{
    internal BulkCrowd(DateTimeOffset now, int people)
    {
        Now = now;
        Run = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 6);
        Organisation = OrganisationId.From(Guid.CreateVersion7(now));
        People = [.. Enumerable.Range(0, people).Select(number => new BulkPerson(PersonId.From(Guid.CreateVersion7(now)), $"Persoon {number + 1}", $"p{number + 1}@{Run}.example"))];
    }

    internal DateTimeOffset Now { get; }

    /// <summary>Tells this run's addresses from those of another.</summary>
    internal string Run { get; }

    internal OrganisationId Organisation { get; }

    internal IReadOnlyList<BulkPerson> People { get; }

    internal string Password { get; } = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 20);

    /// <summary>Hashed once, for all of them.</summary>
    internal string? PasswordHash { get; set; }

    internal IReadOnlyList<BulkPerson> Staff => [.. People.Take(Math.Max(1, People.Count / 10))];

    /// <summary>A coordinator, a recipient and three of family, none of them twice.</summary>
    internal (BulkPerson Coordinator, BulkPerson Recipient, IReadOnlyList<BulkPerson> Family) Around(int network)
    {
        var staff = Staff.Count;
        var others = People.Count - staff;
        BulkPerson Other(int offset) => People[staff + (((network * 4) + offset) % others)];
        return (People[network % staff], Other(0), [Other(1), Other(2), Other(3)]);
    }
}

internal sealed record BulkPerson(PersonId Id, string Name, string Mail);
