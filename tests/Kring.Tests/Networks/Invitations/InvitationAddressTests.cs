using Kring.Networks.Invitations;

namespace Kring.Tests.Networks.Invitations;

public sealed class InvitationAddressTests
{
    [Theory]
    [InlineData("06 12 34 56 78", "+31612345678")]
    [InlineData("06-12345678", "+31612345678")]
    [InlineData("0031 6 12345678", "+31612345678")]
    [InlineData("+31 (6) 12.34.56.78", "+31612345678")]
    [InlineData("+32 470 12 34 56", "+32470123456")]
    [InlineData("  Joke.deVries@Kring.example ", "Joke.deVries@Kring.example")]
    public void What_people_type_becomes_an_address(string typed, string address) => Assert.Equal(address, InvitationAddress.Read(typed)?.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Joke")]
    [InlineData("joke@")]
    [InlineData("@kring.example")]
    [InlineData("joke@kring")]
    [InlineData("joke @kring.example")]
    [InlineData("Joke <joke@kring.example>")]
    [InlineData("06 1234567")]
    [InlineData("0612345678901234567")]
    public void Anything_else_is_no_address(string? typed) => Assert.Null(InvitationAddress.Read(typed));

    [Theory]
    [InlineData("+31612345678", "06 12 34 56 78", "06 •• •• •• 78")]
    [InlineData("joke@kring.example", "joke@kring.example", "j•••@kring.example")]
    public void An_address_is_shown_as_people_write_it_and_masked_for_strangers(string address, string shown, string masked)
    {
        var read = InvitationAddress.Read(address)!;

        Assert.Equal(shown, read.Shown);
        Assert.Equal(masked, read.Masked);
    }
}
