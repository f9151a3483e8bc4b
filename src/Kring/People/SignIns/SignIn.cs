using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.People.SignIns;

public readonly record struct SignInId(Guid Value) : ITypedId<SignInId>
{
    public static SignInId From(Guid value) => new(value);
}

/// <summary>What an attempt to sign in began with. What completes it is never the same again.</summary>
internal enum FirstProof
{
    Password,
    /// <summary>The mailbox: a code by mail would prove no more than that.</summary>
    MailedLink,
}

/// <summary>One attempt to sign in, from the right password or the link on, bound to the browser that gave it.</summary>
internal sealed class SignIn : CodeAttempt, ICompartmented
{
    public required SignInId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required PersonId Person { get; init; }

    public required FirstProof Proof { get; init; }

    /// <summary>The challenge that a trusted device signs, once.</summary>
    public required byte[] DeviceChallenge { get; init; }

    public DateTimeOffset? DeviceChallengeUsedAt { get; set; }
}
