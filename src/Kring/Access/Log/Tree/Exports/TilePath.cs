using System.Globalization;

namespace Kring.Access.Log.Tree.Exports;

/// <summary>Where C2SP tlog-tiles puts the files of a log.</summary>
internal static class TilePath
{
    internal const string Checkpoint = "checkpoint", Checkpoints = "checkpoints", Witnessed = "witnessed", Key = "key";

    internal static string OfTile(int level, long index, int width) => "tile/" + level.ToString(CultureInfo.InvariantCulture) + "/" + Of(index, width);

    /// <summary>The file with the entries that a tile of level 0 is over.</summary>
    internal static string OfEntries(long index, int width) => "tile/entries/" + Of(index, width);

    // In groups of three digits, so that no folder holds more than a thousand; a tile that is not full says how wide it is.
    private static string Of(long index, int width)
    {
        var path = (index % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (var rest = index / 1000; rest > 0; rest /= 1000)
            path = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/{path}");
        return width == GrowingTree.TileWidth ? path : string.Create(CultureInfo.InvariantCulture, $"{path}.p/{width}");
    }
}
