namespace Kring.People.Sessions;

/// <summary>The session of this request. Null for a visitor who has not signed in.</summary>
internal sealed class CurrentSession
{
    internal Session? Known { get; set; }

    /// <summary>When it ends if nothing more is asked.</summary>
    internal DateTimeOffset EndsAt { get; set; }
}
