using System.Xml.Linq;
using Kring.Tests.Support;

namespace Kring.Tests.Architecture;

/// <summary>The house style where a machine can hold it.</summary>
public sealed class FilesTests(ITestOutputHelper output)
{
    private static readonly string[] Kinds = [".cs", ".razor"];

    [Fact]
    public void Files_are_small()
    {
        var files = new[] { "src", "tests", "bench" }.SelectMany(Sources).Select(f => (Path: Path.GetRelativePath(Repository.Root, f), Lines: File.ReadAllLines(f).Length)).OrderBy(f => f.Lines).ToList();
        foreach (var (path, lines) in files.Where(f => f.Lines > 250))
            output.WriteLine($"{lines} lines: {path}");
        Assert.InRange(files[files.Count / 2].Lines, 1, 60);
        Assert.Empty(files.Where(f => f.Lines > 400).Select(f => $"{f.Path}: {f.Lines} lines"));
    }

    [Fact]
    public void Every_text_is_there_in_both_languages_once()
    {
        var texts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Kring"), "*.resx", SearchOption.AllDirectories).Where(Written).Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, dutch =>
        {
            var english = dutch[..^".resx".Length] + ".en.resx";
            Assert.True(File.Exists(english), $"{english} is not there.");
            Assert.Equal(Keys(dutch), Keys(english));
            Assert.Distinct(Keys(dutch));
        });
        Assert.Distinct(texts.Select(Path.GetFileName));
    }

    [Fact]
    public void A_test_stands_at_the_path_of_what_it_tests()
    {
        string[] ofTheirOwn = ["Architecture", "Support", "Journeys", "Faults"];
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "tests/Kring.Tests"), "*", SearchOption.AllDirectories).Where(Written)
            .Where(f => Directory.EnumerateFiles(f, "*.cs").Any()).Select(f => Path.GetRelativePath(Path.Combine(Repository.Root, "tests/Kring.Tests"), f));
        Assert.All(folders.Where(f => !ofTheirOwn.Contains(f.Split('/')[0])), f => Assert.True(Directory.Exists(Path.Combine(Repository.Root, "src/Kring", f)), f));
    }

    private static List<string> Keys(string file) => [.. XDocument.Load(file).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
        .Where(f => Kinds.Contains(Path.GetExtension(f)) && Written(f));

    private static bool Written(string path) => !path.Contains("/obj", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        && !path.Contains("/bin", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal);
}
