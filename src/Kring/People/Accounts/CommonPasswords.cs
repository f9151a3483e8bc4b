namespace Kring.People.Accounts;

/// <summary>The thousand passwords that are tried first; the file says where they come from.</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<HashSet<string>> All = new(Read);

    internal static bool Holds(string password) => All.Value.Contains(password.Trim());

    private static HashSet<string> Read()
    {
        using var file = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt") ?? throw new InvalidOperationException("common-passwords.txt is not in the program.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
