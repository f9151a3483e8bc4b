using SkiaSharp;

namespace Kring.Platform.Files;

internal enum ImageFault
{
    None,
    /// <summary>Not one of the kinds that are read.</summary>
    UnknownKind,
    /// <summary>HEIC or alike: a picture, and not one that can be read here.</summary>
    Heif,
    /// <summary>Its header claims more pixels than are read.</summary>
    TooManyPixels,
    /// <summary>It cannot be read to its end.</summary>
    Broken,
}

/// <summary>A picture made anew: JPEG, upright, in sRGB, with nothing in it but the picture.</summary>
internal sealed record RemadeImage(byte[] Large, byte[] Small, int Width, int Height);

/// <summary>
/// Makes a picture anew from its pixels, so that place, camera and whatever else was hidden in the file do not come along. One at a time, beside the requests: a picture takes up to
/// a hundred megabytes while it is read.
/// </summary>
internal sealed class RemakeImage : IDisposable
{
    internal const int LargeSide = 2048, SmallSide = 480;

    /// <summary>More than this is not read at all: a small file can claim to be the size of a town.</summary>
    internal const long MostPixels = 50_000_000;

    /// <summary>What has to be in memory as a whole may be no more than this. A JPEG of a camera is read smaller than it is; other kinds cannot be.</summary>
    internal const long MostPixelsAtOnce = 16_000_000;

    private readonly SemaphoreSlim _turn = new(1);

    internal async Task<(RemadeImage? Image, ImageFault Fault)> Run(ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        var kind = FileKinds.Of(file.Span);
        if (!kind.IsImage())
            return (null, kind == FileKind.Heif ? ImageFault.Heif : ImageFault.UnknownKind);
        await _turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => Remake(file.Span, kind), CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static (RemadeImage?, ImageFault) Remake(ReadOnlySpan<byte> file, FileKind kind)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
            return (null, ImageFault.Broken);
        var pixels = (long)codec.Info.Width * codec.Info.Height;
        var size = ReadingSize(codec);
        if (pixels > MostPixels || (long)size.Width * size.Height > MostPixelsAtOnce || (pixels > MostPixelsAtOnce && !(kind == FileKind.Jpeg && JpegHeader.IsSingleScan(file))))
            return (null, ImageFault.TooManyPixels);
        using var colors = SKColorSpace.CreateSrgb();
        using var read = new SKBitmap();
        if (!read.TryAllocPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colors)) || codec.GetPixels(read.Info, read.GetPixels()) != SKCodecResult.Success)
            return (null, ImageFault.Broken);
        read.SetImmutable(); // drawn from as it is, without a copy
        using var large = Upright.Draw(read, codec.EncodedOrigin, LargeSide);
        using var small = Upright.Draw(large, SKEncodedOrigin.TopLeft, SmallSide);
        return (new RemadeImage(Encode(large, 85), Encode(small, 80), large.Width, large.Height), ImageFault.None);
    }

    // The smallest that is still large enough: libjpeg reads in eighths of the size.
    private static SKSizeI ReadingSize(SKCodec codec)
    {
        var wanted = Math.Min(LargeSide, Math.Max(codec.Info.Width, codec.Info.Height));
        return Enumerable.Range(1, 7).Select(eighths => codec.GetScaledDimensions(eighths / 8f)).Append(codec.Info.Size).First(size => Math.Max(size.Width, size.Height) >= wanted);
    }

    private static byte[] Encode(SKBitmap picture, int quality)
    {
        using var pixels = picture.PeekPixels();
        using var encoded = pixels.Encode(new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore)) ?? throw new InvalidOperationException("A picture that was drawn could not be written.");
        return encoded.ToArray();
    }
}
