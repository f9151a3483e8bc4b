namespace Kring.Networks.Mandates;

/// <summary>What somebody may say about who takes part in a network, on one Dutch day. The order is from the strongest voice to none.</summary>
internal enum CareVoice
{
    /// <summary>The care recipient, of 16 or older.</summary>
    Own,
    /// <summary>A parent with authority or a guardian, for a child under 16.</summary>
    Parent,
    /// <summary>A representative for somebody of 16 or older, within a mandate for care that holds today.</summary>
    Mandated,
    /// <summary>The care recipient, of 12 to 15: may object and withdraw, and sees everything. Saying yes takes a parent.</summary>
    Youth,
    /// <summary>The care recipient, under 12.</summary>
    TooYoung,
    /// <summary>A parent or guardian of somebody who has turned 16: the child answers now.</summary>
    HasRegainedOwnVoice,
    /// <summary>For a child under 16 only a parent with authority or a guardian answers.</summary>
    NotForAMinor,
    MandateNotYet,
    MandateExpired,
    /// <summary>Money and goods only: no say over care.</summary>
    MandateNotForCare,
    /// <summary>Neither the care recipient nor somebody with a mandate.</summary>
    None,
}

/// <param name="Mandate">The mandate on which the voice rests, or which falls short.</param>
internal readonly record struct Voice(CareVoice Kind, Mandate? Mandate = null)
{
    /// <summary>May say yes and no, and arrange what the care recipient may arrange.</summary>
    internal bool Decides => Kind is CareVoice.Own or CareVoice.Parent or CareVoice.Mandated;

    /// <summary>The care recipient's own, whatever it may say.</summary>
    internal bool IsRecipients => Kind is CareVoice.Own or CareVoice.Youth or CareVoice.TooYoung;

    /// <summary>May say no, and take back a yes (UAVG art. 5: from 12 on).</summary>
    internal bool Objects => Decides || Kind == CareVoice.Youth;
}
