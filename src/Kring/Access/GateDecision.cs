namespace Kring.Access;

/// <summary>Why the gate stays shut; <see cref="None"/> means that it opened. The order is the order of the checks.</summary>
internal enum GateRefusal
{
    None,
    PurposeUnknown,
    ProcessingNotApproved,
    NotAuthorised,
    NoRelation,
    NoConsent,
    ReadOnly,
}

/// <summary>The gate's answer with the four checks that NEN 7513 wants in the log.</summary>
/// <param name="PolicyStamp">The stamp of the register and matrix that decided.</param>
internal sealed record GateDecision(GateRefusal Refusal, Standing? Standing, long PolicyStamp, bool Authorised, bool Related, bool Consented, bool Emergency)
{
    internal bool Opened => Refusal == GateRefusal.None;
}

/// <summary>A compartment may not be founded: the register or the matrix does not let it. Logged as a refusal; answered as any refusal of the gate.</summary>
internal sealed class GateShutException(GateRefusal refusal) : Exception($"The gate is shut: {refusal}.")
{
    internal GateRefusal Refusal => refusal;
}
