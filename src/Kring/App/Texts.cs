using System.Globalization;

namespace Kring.App;

internal static class Texts
{
    /// <summary>Fills {0}, {1}, … of a text from the resources, in the reader's language.</summary>
    public static string Fill(this string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
