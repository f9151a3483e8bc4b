using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Kring.Tests.Support;

/// <summary>Pictures and files to send: invented, and with what a telephone would put in them.</summary>
internal static class Pictures
{
    /// <summary>A PDF as far as anybody here looks.</summary>
    internal static byte[] Pdf(string says = "hallo", int length = 2_000) => Encoding.UTF8.GetBytes($"%PDF-1.7\n{says}\n".PadRight(length, '%'));

    /// <summary>The left half red, the right half blue, so that it shows which way up it is.</summary>
    internal static byte[] Jpeg(int width = 800, int height = 600) => Encode(width, height, SKEncodedImageFormat.Jpeg);

    internal static byte[] Png(int width = 800, int height = 600) => Encode(width, height, SKEncodedImageFormat.Png);

    internal static byte[] WebP(int width = 800, int height = 600) => Encode(width, height, SKEncodedImageFormat.Webp);

    /// <summary>A photo as a telephone makes it: turned, with where it was taken and a word of its own.</summary>
    internal static byte[] FromTelephone(string word = "telefoon", ushort orientation = 6, int width = 800, int height = 600)
    {
        var plain = Jpeg(width, height);
        var exif = Exif(word, orientation);
        return [.. plain[..2], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. plain[2..], .. Encoding.ASCII.GetBytes(word)];
    }

    /// <summary>A PNG of a few bytes that says it is this large.</summary>
    internal static byte[] PngThatClaims(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", [0x78, 0x9C, 3, 0, 0, 0, 0, 1]), .. Chunk("IEND", [])];
    }

    /// <summary>Two pictures of one dot, shown in turn.</summary>
    internal static byte[] MovingGif() => Convert.FromHexString(
        "474946383961010001008000" + "00FF00000000FF" + "21FF0B4E45545343415045322E300301000000" + "21F9040000000000" + "2C00000000010001000002024401" + "00" + "21F9040000000000" + "2C00000000010001000002024C01" + "00" + "3B");

    internal static byte[] Heic() => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[500]];

    private static byte[] Encode(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Red);
            using var blue = new SKPaint { Color = SKColors.Blue };
            canvas.DrawRect(width / 2f, 0, width / 2f, height, blue);
        }

        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(body));
        return [.. length, .. body, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }

    // TIFF, little-endian: the orientation, what was typed about it, and a place in Zutphen.
    private static byte[] Exif(string word, ushort orientation)
    {
        var text = Encoding.ASCII.GetBytes(word + "\0");
        using var tiff = new MemoryStream();
        using var write = new BinaryWriter(tiff);
        var after = 8 + 2 + (3 * 12) + 4;
        write.Write("II*\0"u8);
        write.Write(8);
        write.Write((ushort)3);
        Tag(0x010E, 2, text.Length, after);
        Tag(0x0112, 3, 1, orientation);
        Tag(0x8825, 4, 1, after + text.Length);
        write.Write(0);
        write.Write(text);
        write.Write((ushort)2);
        Tag(1, 2, 2, 'N');
        Tag(2, 5, 3, after + text.Length + 2 + (2 * 12) + 4);
        write.Write(0);
        foreach (var number in (int[])[52, 1, 8, 1, 21, 1])
            write.Write(number);
        return [.. "Exif\0\0"u8, .. tiff.ToArray()];

        void Tag(ushort tag, ushort type, int count, int value)
        {
            write.Write(tag);
            write.Write(type);
            write.Write(count);
            write.Write(value);
        }
    }
}
