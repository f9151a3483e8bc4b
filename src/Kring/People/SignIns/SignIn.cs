using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.People.SignIns;

public readonly record struct SignInId(Guid Value) : ITypedId<SignInId>
{
    public static SignInId From(Guid value) => new(value);
}

/// <summary>One attempt to sign in, from the right password on, bound to the browser that gave it. Its code is single use, and only its newest counts.</summary>
internal sealed class SignIn : ICompartmented
{
    public required SignInId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Index of the secret in the browser's cookie: a code typed in another browser is worth nothing.</summary>
    public required LookupIndex Browser { get; init; }

    /// <summary>The challenge that a trusted device signs, once.</summary>
    public required byte[] DeviceChallenge { get; init; }

    public DateTimeOffset? DeviceChallengeUsedAt { get; set; }

    public LookupIndex? Code { get; set; }

    public DateTimeOffset? CodeEndsAt { get; set; }

    public int CodeTries { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Raised by every try, so that guesses in parallel count one by one.</summary>
    public int Version { get; set; }
}
