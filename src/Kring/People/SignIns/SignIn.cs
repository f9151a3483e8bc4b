using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.People.SignIns;

public readonly record struct SignInId(Guid Value) : ITypedId<SignInId>
{
    public static SignInId From(Guid value) => new(value);
}

/// <summary>One attempt to sign in, from the right password on, bound to the browser that gave it.</summary>
internal sealed class SignIn : CodeAttempt, ICompartmented
{
    public required SignInId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>The challenge that a trusted device signs, once.</summary>
    public required byte[] DeviceChallenge { get; init; }

    public DateTimeOffset? DeviceChallengeUsedAt { get; set; }
}
