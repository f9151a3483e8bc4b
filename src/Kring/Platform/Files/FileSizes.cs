using System.Globalization;

namespace Kring.Platform.Files;

internal static class FileSizes
{
    internal const int Megabyte = 1024 * 1024;

    /// <summary>"1,2 MB", "340 kB": in the reader's way of writing numbers.</summary>
    internal static string Show(long bytes) => bytes >= Megabyte
        ? (bytes / (double)Megabyte).ToString("0.#", CultureInfo.CurrentCulture) + " MB"
        : Math.Max(1, bytes / 1024).ToString(CultureInfo.CurrentCulture) + " kB";
}
