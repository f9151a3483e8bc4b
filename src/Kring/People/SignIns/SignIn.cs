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
    internal const int MostTries = 5;

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

    /// <summary>A new code takes the place of the old one, with tries of its own.</summary>
    internal void GiveCode(LookupIndex code, DateTimeOffset endsAt)
    {
        (Code, CodeEndsAt, CodeTries) = (code, endsAt, 0);
        Version++;
    }

    /// <summary>Counts one guess and says what it was worth.</summary>
    /// <param name="newest">Whether no newer code was sent to the same person.</param>
    internal CodeJudgement TryCode(LookupIndex typed, bool newest, DateTimeOffset now)
    {
        if (EndedAt is not null || Code is null || !newest || now >= CodeEndsAt || CodeTries >= MostTries)
            return CodeJudgement.Useless;
        CodeTries++;
        Version++;
        if (Code != typed)
            return CodeTries >= MostTries ? CodeJudgement.LastWrong : CodeJudgement.Wrong;
        End(now);
        return CodeJudgement.Right;
    }

    /// <summary>It led to a session, and can lead to no second one.</summary>
    internal void End(DateTimeOffset now)
    {
        (EndedAt, Code) = (now, null);
        Version++;
    }
}

/// <summary>What one guess at a code was worth.</summary>
public enum CodeJudgement
{
    Right,
    Wrong,
    /// <summary>Wrong, and the code is dead now.</summary>
    LastWrong,
    /// <summary>There was nothing to guess at: expired, used, dead, or a newer code was sent.</summary>
    Useless,
}
