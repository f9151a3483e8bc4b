namespace Kring.Access;

/// <summary>The door's answer: a grant, or the reason why not.</summary>
internal readonly record struct Entrance(Grant? Grant, GateRefusal Refusal);
