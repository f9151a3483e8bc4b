using Kring.Access;

namespace Kring.Conversations.Notices;

public enum NoticeMode
{
    /// <summary>One mail as soon as there is something new, and then none until the person has looked.</summary>
    AtOnce,
    /// <summary>One mail a day.</summary>
    Daily,
    Never,
}

/// <summary>How somebody wants to hear of new messages. Lives in their own profile.</summary>
internal sealed class NoticeChoice : ICompartmented
{
    public required PersonId Person { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required NoticeMode Mode { get; set; }

    /// <summary>Quiet hours on the Dutch clock; nothing but login codes goes out between these.</summary>
    public required TimeOnly QuietFrom { get; set; }

    public required TimeOnly QuietUntil { get; set; }
}
