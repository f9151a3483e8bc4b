using System.Globalization;

namespace Kring.Bench;

/// <summary>A number of clients, each in a conversation of its own, and as many others who read there.</summary>
internal sealed record Crowd(IReadOnlyList<Visitor> Writers, IReadOnlyList<Visitor> Readers) : IDisposable
{
    internal static Crowd Of(Uri kring, IReadOnlyList<Place> places, int clients) => new(
        [.. places.Take(clients).Select(p => new Visitor(kring, p.Path, p.Writer))], [.. places.Take(clients).Select(p => new Visitor(kring, p.Path, p.Reader))]);

    internal static string Name(string what, int clients) => string.Create(CultureInfo.InvariantCulture, $"{what}, {clients} {(clients == 1 ? "client" : "clients")}");

    public void Dispose()
    {
        foreach (var visitor in Writers.Concat(Readers))
            visitor.Dispose();
    }
}
