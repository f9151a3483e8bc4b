namespace Kring.Platform.Files;

/// <summary>What a file is by its own first bytes; what it is called, or is said to be, counts for nothing.</summary>
internal enum FileKind
{
    Unknown,
    Jpeg,
    Png,
    WebP,
    Gif,
    /// <summary>HEIC, HEIF or AVIF: pictures that cannot be read here.</summary>
    Heif,
    Pdf,
}

internal static class FileKinds
{
    internal static FileKind Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => FileKind.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => FileKind.WebP,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileKind.Pdf,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] when IsHeif(bytes[8..]) => FileKind.Heif,
        _ => FileKind.Unknown,
    };

    internal static bool IsImage(this FileKind kind) => kind is FileKind.Jpeg or FileKind.Png or FileKind.WebP or FileKind.Gif;

    // The brand of the container (ISO 14496-12): those of films begin alike, and are something else.
    private static bool IsHeif(ReadOnlySpan<byte> brand)
        => brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("msf1"u8) || brand.StartsWith("avi"u8);
}
