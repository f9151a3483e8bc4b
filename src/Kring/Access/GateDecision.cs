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
internal sealed record GateDecision(GateRefusal Refusal, Standing? Standing, bool Authorised, bool Related, bool Consented, bool Emergency)
{
    internal bool Opened => Refusal == GateRefusal.None;
}
