namespace Kring.Access;

/// <summary>Who this request comes from, as the session says. Null for a visitor who has not signed in.</summary>
internal sealed class CurrentActor
{
    internal Actor? Known { get; set; }

    /// <exception cref="InvalidOperationException">Nobody signed in: the endpoint lacks its authorisation requirement.</exception>
    internal Actor Actor => Known ?? throw new InvalidOperationException("This endpoint is reached without a session.");
}
