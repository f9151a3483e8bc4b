using Kring.Data.Wall;

namespace Kring.Access;

/// <summary>Who this request comes from, as the session says. Null for a visitor who has not signed in.</summary>
internal sealed class CurrentActor(Acting acting)
{
    internal Actor? Known
    {
        get;
        set
        {
            field = value;
            acting.As(value?.Person?.Value);
        }
    }

    /// <exception cref="InvalidOperationException">Nobody signed in: the endpoint lacks its authorisation requirement.</exception>
    internal Actor Actor => Known ?? throw new InvalidOperationException("This endpoint is reached without a session.");
}
