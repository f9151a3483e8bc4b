using System.Text;
using Kring.Platform.Files;
using Kring.Tests.Support;

namespace Kring.Tests.Platform.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("Zorgplan mevrouw De Vries.pdf", "Zorgplan mevrouw De Vries.pdf")]
    [InlineData("ZORGPLAN.PDF", "ZORGPLAN.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData(@"C:\Users\joke\plan.pdf", "plan.pdf")]
    [InlineData("plan\0.pdf", "plan.pdf")]
    [InlineData("plan\r\nSet-Cookie: a=b.pdf", "planSet-Cookie- a=b.pdf")]
    [InlineData("plan\u202Efdp.exe", "planfdp.exe.pdf")]
    [InlineData("a\u200B\u2066b\uFEFF.pdf", "ab.pdf")]
    [InlineData("<b>\"x\"|?*.pdf", "-b--x----.pdf")]
    [InlineData("...", "bestand.pdf")]
    [InlineData("", "bestand.pdf")]
    [InlineData(null, "bestand.pdf")]
    [InlineData(".pdf", "bestand.pdf")]
    [InlineData("brief 🌷.pdf", "brief 🌷.pdf")]
    public void A_name_is_made_harmless(string? typed, string kept) => Assert.Equal(kept, FileNames.Tidy(typed, ".pdf", "bestand"));

    [Fact]
    public void A_name_has_an_end()
    {
        var kept = FileNames.Tidy(string.Concat(Enumerable.Repeat("🌷", 500)) + ".pdf", ".pdf", "bestand");
        Assert.Equal(FileNames.Longest + 4, kept.EnumerateRunes().Count());
    }

    [Fact]
    public void A_file_is_what_its_first_bytes_say()
    {
        Assert.Equal(FileKind.Pdf, FileKinds.Of(Pictures.Pdf()));
        Assert.Equal(FileKind.Unknown, FileKinds.Of(Encoding.ASCII.GetBytes(" %PDF-1.7")));
        Assert.Equal(FileKind.Jpeg, FileKinds.Of(Pictures.Jpeg(10, 10)));
        Assert.Equal(FileKind.Png, FileKinds.Of(Pictures.Png(10, 10)));
        Assert.Equal(FileKind.WebP, FileKinds.Of(Pictures.WebP(10, 10)));
        Assert.Equal(FileKind.Gif, FileKinds.Of(Pictures.MovingGif()));
        Assert.Equal(FileKind.Heif, FileKinds.Of(Pictures.Heic()));
        Assert.Equal(FileKind.Unknown, FileKinds.Of([0, 0, 0, 24, .. "ftypisom"u8]));
        Assert.Equal(FileKind.Unknown, FileKinds.Of("MZ"u8));
        Assert.Equal(FileKind.Unknown, FileKinds.Of([]));
    }
}
