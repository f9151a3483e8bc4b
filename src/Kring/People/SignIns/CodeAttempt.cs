using Kring.Access.Sealing;

namespace Kring.People.SignIns;

/// <summary>
/// Something that a mailed code completes: a sign-in, or an account that is being made. Bound to the browser it began in. Its code is single use, only the newest counts,
/// and it is kept as a keyed index.
/// </summary>
internal abstract class CodeAttempt
{
    internal const int MostTries = 5;

    /// <summary>Index of the secret in the browser's cookie: a code typed in another browser is worth nothing.</summary>
    public required LookupIndex Browser { get; set; }

    public LookupIndex? Code { get; set; }

    public DateTimeOffset? CodeEndsAt { get; set; }

    public int CodeTries { get; set; }

    public required DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Raised by every try, so that guesses in parallel count one by one.</summary>
    public int Version { get; set; }

    /// <summary>A new code takes the place of the old one, with tries of its own.</summary>
    internal void GiveCode(LookupIndex code, DateTimeOffset endsAt)
    {
        (Code, CodeEndsAt, CodeTries) = (code, endsAt, 0);
        Version++;
    }

    /// <summary>Counts one guess and says what it was worth. Before it was asked for a code is worth nothing: a clock that is set back gives none of them new time.</summary>
    /// <param name="newest">Whether no newer code was sent to the same person.</param>
    internal CodeJudgement TryCode(LookupIndex typed, bool newest, DateTimeOffset now)
    {
        if (EndedAt is not null || Code is null || !newest || now < StartedAt || now >= CodeEndsAt || CodeTries >= MostTries)
            return CodeJudgement.Useless;
        CodeTries++;
        Version++;
        if (Code != typed)
            return CodeTries >= MostTries ? CodeJudgement.LastWrong : CodeJudgement.Wrong;
        End(now);
        return CodeJudgement.Right;
    }

    /// <summary>It led to what it was for, and can do so no second time.</summary>
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
