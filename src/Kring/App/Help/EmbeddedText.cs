using System.Globalization;
using System.Reflection;
using Kring.App.Components;

namespace Kring.App.Help;

/// <summary>Texts that are part of the program, in both languages: "App/Help/hulp.nl.md".</summary>
internal static class EmbeddedText
{
    /// <exception cref="InvalidOperationException">The program has no such text.</exception>
    internal static string Read(string folder, string name, string language)
    {
        var path = $"{folder}/{name}.{language}.md";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path) ?? throw new InvalidOperationException($"The program has no text {path}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    internal static MarkdownText Help(string name) => MarkdownText.Read(Read("App/Help", name, Language));

    internal static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "nl";
}
