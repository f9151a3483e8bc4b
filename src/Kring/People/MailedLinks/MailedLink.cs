using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.People.MailedLinks;

public readonly record struct MailedLinkId(Guid Value) : ITypedId<MailedLinkId>
{
    public static MailedLinkId From(Guid value) => new(value);
}

/// <summary>What a link is for. It does nothing else.</summary>
internal enum LinkSort
{
    NewPassword,
    SignIn,
}

/// <summary>A link that somebody had sent to their own mail address: single use, short-lived, and of its sort only the newest counts.</summary>
internal sealed class MailedLink : ICompartmented
{
    public required MailedLinkId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required PersonId Person { get; init; }

    public required LinkSort Sort { get; init; }

    /// <summary>Index of the secret in the link.</summary>
    public required LookupIndex Secret { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Used, or replaced by a newer one.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Of two uses at once, one counts.</summary>
    public int Version { get; set; }

    /// <summary>Not before it was made either: a clock that is set back gives it no new time.</summary>
    internal bool OpenAt(DateTimeOffset now) => EndedAt is null && now >= MadeAt && now < EndsAt;

    internal void End(DateTimeOffset now)
    {
        EndedAt = now;
        Version++;
    }
}
