namespace Kring.Tests.Support;

/// <summary>Places in the repository, found from where the tests were built.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A folder under artifacts/, made when it is not there.</summary>
    public static string Artifacts(string folder) => Directory.CreateDirectory(Path.Combine(Root, "artifacts", folder)).FullName;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kring.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the repository.");
    }
}
