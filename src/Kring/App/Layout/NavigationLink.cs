using Microsoft.AspNetCore.Components;

namespace Kring.App.Layout;

/// <param name="Count">How many things wait behind the link; shown when above zero.</param>
/// <param name="Rank">Its place among the links: Mijn netwerken is 10, Mijn gegevens 90, everything else between them.</param>
public sealed record NavigationLink(string Href, string Text, int? Count = null, int Rank = 50);

internal static class Places
{
    /// <summary>The local path and query of the page being shown, fit for a return field.</summary>
    public static string HerePath(this NavigationManager navigation) => new Uri(navigation.Uri).PathAndQuery;

    /// <summary>Whether the reader is exactly at this path, whatever the query.</summary>
    public static bool IsAt(this NavigationManager navigation, string href) =>
        string.Equals(new Uri(navigation.Uri).AbsolutePath, navigation.ToAbsoluteUri(href).AbsolutePath, StringComparison.OrdinalIgnoreCase);
}
