using SkiaSharp;

namespace Kring.Platform.Files;

/// <summary>Draws a picture the way up that its camera meant (EXIF orientation), on white, no larger than asked.</summary>
internal static class Upright
{
    internal static SKBitmap Draw(SKBitmap read, SKEncodedOrigin origin, int longestSide)
    {
        var (width, height) = origin >= SKEncodedOrigin.LeftTop ? (read.Height, read.Width) : (read.Width, read.Height);
        var scale = Math.Min(1f, longestSide / (float)Math.Max(width, height));
        var drawn = new SKBitmap(new SKImageInfo(Side(width, scale), Side(height, scale), SKColorType.Rgba8888, SKAlphaType.Opaque, read.ColorSpace));
        using var canvas = new SKCanvas(drawn);
        canvas.Clear(SKColors.White);
        canvas.Scale(drawn.Width / (float)width, drawn.Height / (float)height);
        canvas.Concat(Turn(origin, width, height));
        using var image = SKImage.FromBitmap(read);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Flush();
        return drawn;
    }

    private static int Side(int side, float scale) => Math.Max(1, (int)MathF.Round(side * scale));

    private static SKMatrix Turn(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => Matrix(-1, 0, width, 0, 1, 0),
        SKEncodedOrigin.BottomRight => Matrix(-1, 0, width, 0, -1, height),
        SKEncodedOrigin.BottomLeft => Matrix(1, 0, 0, 0, -1, height),
        SKEncodedOrigin.LeftTop => Matrix(0, 1, 0, 1, 0, 0),
        SKEncodedOrigin.RightTop => Matrix(0, -1, width, 1, 0, 0),
        SKEncodedOrigin.RightBottom => Matrix(0, -1, width, -1, 0, height),
        SKEncodedOrigin.LeftBottom => Matrix(0, 1, 0, -1, 0, height),
        _ => SKMatrix.Identity,
    };

    private static SKMatrix Matrix(float scaleX, float skewX, float moveX, float skewY, float scaleY, float moveY) => new(scaleX, skewX, moveX, skewY, scaleY, moveY, 0, 0, 1);
}
