using System.Text;
using Kring.Platform.Files;
using Kring.Tests.Support;
using SkiaSharp;

namespace Kring.Tests.Platform.Files;

public sealed class RemakeImageTests : IDisposable
{
    private readonly RemakeImage _remake = new();

    [Fact]
    public async Task Where_a_photo_was_taken_and_what_was_hidden_in_it_do_not_come_along()
    {
        var photo = Pictures.FromTelephone("verborgen-woord");
        Assert.Contains("Exif", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        Assert.Contains("verborgen-woord", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);

        var made = await Made(photo);

        Assert.All(new[] { made.Large, made.Small }, bytes =>
        {
            Assert.Equal(FileKind.Jpeg, FileKinds.Of(bytes));
            Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
            Assert.DoesNotContain("verborgen-woord", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        });
    }

    // Red is left and blue right in what was stored: where red is to be seen afterwards.
    [Theory]
    [InlineData(1, 0.1, 0.5, false)]
    [InlineData(2, 0.9, 0.5, false)]
    [InlineData(3, 0.9, 0.5, false)]
    [InlineData(4, 0.1, 0.5, false)]
    [InlineData(5, 0.5, 0.1, true)]
    [InlineData(6, 0.5, 0.1, true)]
    [InlineData(7, 0.5, 0.9, true)]
    [InlineData(8, 0.5, 0.9, true)]
    public async Task A_photo_is_put_upright(ushort orientation, double redX, double redY, bool turned)
    {
        var made = await Made(Pictures.FromTelephone(orientation: orientation));

        Assert.Equal(turned ? (600, 800) : (800, 600), (made.Width, made.Height));
        using var large = SKBitmap.Decode(made.Large);
        Assert.Equal((made.Width, made.Height), (large.Width, large.Height));
        var (red, blue) = (large.GetPixel((int)(redX * made.Width), (int)(redY * made.Height)), large.GetPixel((int)((1 - redX) * made.Width), (int)((1 - redY) * made.Height)));
        Assert.True(red.Red > 200 && red.Blue < 60, $"{red}");
        Assert.True(blue.Blue > 200 && blue.Red < 60, $"{blue}");
    }

    [Theory]
    [InlineData(4_000, 3_000, 2_048, 1_536, 480, 360)]
    [InlineData(1_000, 4_096, 500, 2_048, 117, 480)]
    [InlineData(300, 200, 300, 200, 300, 200)]
    public async Task It_is_made_no_larger_than_a_screen_and_never_larger_than_it_was(int width, int height, int largeWidth, int largeHeight, int smallWidth, int smallHeight)
    {
        foreach (var photo in new[] { Pictures.Jpeg(width, height), Pictures.Png(width, height), Pictures.WebP(width, height) })
        {
            var made = await Made(photo);
            using var small = SKBitmap.Decode(made.Small);
            Assert.Equal((largeWidth, largeHeight), (made.Width, made.Height));
            Assert.Equal((smallWidth, smallHeight), (small.Width, small.Height));
        }
    }

    [Fact]
    public async Task Of_a_moving_picture_one_stays()
    {
        var made = await Made(Pictures.MovingGif());
        using var codec = SKCodec.Create(new SKMemoryStream(made.Large));
        Assert.Equal((1, 1, 0), (made.Width, made.Height, codec.FrameCount));
    }

    [Theory]
    [InlineData(30_000, 30_000)]
    [InlineData(7_100, 7_100)]
    [InlineData(4_500, 4_500)] // a PNG has to be in memory as a whole
    public async Task A_few_bytes_that_claim_to_be_huge_are_not_read(int width, int height)
        => Assert.Equal((null, ImageFault.TooManyPixels), await _remake.Run(Pictures.PngThatClaims(width, height), default));

    [Fact]
    public async Task A_large_photo_of_a_camera_is_read()
    {
        var made = await Made(Pictures.Jpeg(8_160, 6_120));
        Assert.Equal((2_048, 1_536), (made.Width, made.Height));
    }

    [Fact]
    public async Task What_is_broken_or_no_picture_is_said_to_be()
    {
        var photo = Pictures.Jpeg(2_000, 1_500);
        Assert.Equal(ImageFault.Broken, (await _remake.Run(photo.AsMemory(0, photo.Length / 2), default)).Fault);
        Assert.Equal(ImageFault.Broken, (await _remake.Run(photo.AsMemory(0, 40), default)).Fault);
        Assert.Equal(ImageFault.Broken, (await _remake.Run(Pictures.PngThatClaims(10, 10), default)).Fault);
        Assert.Equal(ImageFault.Heif, (await _remake.Run(Pictures.Heic(), default)).Fault);
        Assert.Equal(ImageFault.UnknownKind, (await _remake.Run("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), default)).Fault);
        Assert.Equal(ImageFault.UnknownKind, (await _remake.Run(Pictures.Pdf(), default)).Fault);
    }

    public void Dispose() => _remake.Dispose();

    private async Task<RemadeImage> Made(byte[] file)
    {
        var (image, fault) = await _remake.Run(file, TestContext.Current.CancellationToken);
        Assert.Equal(ImageFault.None, fault);
        return image!;
    }
}
