namespace Kring.App.Display;

public enum TextSize
{
    Normal,
    Large,
    ExtraLarge,
}

/// <summary><c>Device</c> follows the phone or computer.</summary>
public enum Theme
{
    Device,
    Light,
    Dark,
}

public enum DisplayLanguage
{
    Dutch,
    English,
}

/// <summary>How someone wants to read Kring, in this browser: kept in one cookie. The language is kept with the account as well (<see cref="IKeepLanguage"/>).</summary>
public sealed record DisplaySettings(TextSize Size, Theme Theme, DisplayLanguage Language)
{
    public static readonly DisplaySettings Default = new(TextSize.Normal, Theme.Device, DisplayLanguage.Dutch);

    /// <summary>The name of the size in the styles and in the form.</summary>
    public string SizeName => Size switch { TextSize.Large => "large", TextSize.ExtraLarge => "xlarge", _ => "normal" };

    public string ThemeName => Theme switch { Theme.Light => "light", Theme.Dark => "dark", _ => "device" };

    public string LanguageName => Language == DisplayLanguage.English ? "en" : "nl";

    public string CultureName => Language == DisplayLanguage.English ? "en-GB" : "nl-NL";

    public string Format() => $"{SizeName}.{ThemeName}.{LanguageName}";

    /// <summary>Reads what <see cref="Format"/> wrote; every part that is not understood becomes its default.</summary>
    public static DisplaySettings Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        return parts.Length == 3 ? Of(parts[0], parts[1], parts[2]) : Default;
    }

    public static DisplaySettings Of(string? size, string? theme, string? language) => new(
        size switch { "large" => TextSize.Large, "xlarge" => TextSize.ExtraLarge, _ => TextSize.Normal },
        theme switch { "light" => Theme.Light, "dark" => Theme.Dark, _ => Theme.Device },
        language == "en" ? DisplayLanguage.English : DisplayLanguage.Dutch);
}
