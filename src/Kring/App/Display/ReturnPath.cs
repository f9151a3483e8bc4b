namespace Kring.App.Display;

internal static class ReturnPath
{
    /// <summary>The path itself when it stays on this site, otherwise "/". Refuses "//host", "/\host" and control characters.</summary>
    public static string Local(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl)
            ? path
            : "/";
}
