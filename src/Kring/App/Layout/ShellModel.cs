namespace Kring.App.Layout;

/// <summary>What the frame around a page shows. Scoped: filled once a request, before the page is drawn.</summary>
public sealed class ShellModel
{
    private readonly List<NavigationLink> links = [];

    /// <summary>The name of who is signed in; null shows the public frame.</summary>
    public string? PersonName { get; set; }

    /// <summary>How long the session lasts without another request; null gives no warning beforehand.</summary>
    public TimeSpan? SessionLeft { get; set; }

    /// <summary>By rank; links of the same rank as they were added.</summary>
    public IReadOnlyList<NavigationLink> Links => [.. links.OrderBy(link => link.Rank)];

    public void Add(NavigationLink link) => links.Add(link);

    /// <summary>Shows what another frame shows.</summary>
    /// <param name="named">With the name of who is signed in.</param>
    internal void Take(ShellModel other, bool named)
    {
        (PersonName, SessionLeft) = (named ? other.PersonName : null, other.SessionLeft);
        links.AddRange(other.links);
    }
}
