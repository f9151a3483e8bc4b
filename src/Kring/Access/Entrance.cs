namespace Kring.Access;

/// <summary>The door's answer: a grant, or the reason why not.</summary>
internal readonly record struct Entrance(Grant? Grant, GateRefusal Refusal);

/// <summary>How a commit ended in which the gate answered once more.</summary>
internal enum HeldCommit
{
    Saved,
    /// <summary>There was nothing to change after all, or somebody else was first.</summary>
    NothingChanged,
    /// <summary>The gate no longer opens.</summary>
    Refused,
}
