using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.People.PasswordLinks;

public readonly record struct PasswordLinkId(Guid Value) : ITypedId<PasswordLinkId>
{
    public static PasswordLinkId From(Guid value) => new(value);
}

/// <summary>A link by which somebody who forgot their password chooses a new one: single use, thirty minutes, and only the newest counts.</summary>
internal sealed class PasswordLink : ICompartmented
{
    public required PasswordLinkId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Index of the secret in the link.</summary>
    public required LookupIndex Secret { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Used, or replaced by a newer one.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Of two uses at once, one counts.</summary>
    public int Version { get; set; }

    internal bool OpenAt(DateTimeOffset now) => EndedAt is null && now < EndsAt;

    internal void End(DateTimeOffset now)
    {
        EndedAt = now;
        Version++;
    }
}
