using Kring.App.Components;

namespace Kring.Tests.App.Components;

public sealed class InitialsOfTests
{
    [Theory]
    [InlineData("Annie de Vries", "AV")]
    [InlineData("Cor van den IJssel", "CIJ")]
    [InlineData("IJsbrand IJzerman", "IJIJ")]
    [InlineData("ijsbrand", "IJ")]
    [InlineData("Ĳsbrand de Boer", "ĲB")]
    [InlineData("Ijaz Ahmed", "IA")]
    [InlineData("Élise van der Meer", "ÉM")]
    [InlineData("E\u0301lise", "E\u0301")]
    [InlineData("Madonna", "M")]
    [InlineData("Jan in 't Veld", "JV")]
    [InlineData("annie de vries", "AV")]
    [InlineData("Ahmed Yılmaz", "AY")]
    [InlineData("李 小龙", "李小")]
    [InlineData("🌷 Annie", "A")]
    [InlineData("👩‍👧", "👩‍👧")]
    [InlineData("𝒜nnie 𝓑os", "𝒜𝓑")]
    [InlineData("  Bea\u00a0Smit ", "BS")]
    [InlineData("", "?")]
    [InlineData("   ", "?")]
    public void A_name_is_shown_by_its_first_and_last_letter(string name, string letters) => Assert.Equal(letters, InitialsOf.Name(name));

    [Fact]
    public void Half_a_surrogate_is_no_reason_to_fail() => Assert.Equal("B", InitialsOf.Name("\ud83d Bos"));
}
