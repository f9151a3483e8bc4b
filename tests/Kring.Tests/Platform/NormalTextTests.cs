using Kring.Platform;

namespace Kring.Tests.Platform;

public sealed class NormalTextTests
{
    [Fact]
    public void Whatever_was_typed_has_a_normal_form()
    {
        Assert.Equal("Renée", "Rene\u0301e".Normal());
        Assert.Equal("a\uFFFDb", "a\uFFFEb".Normal());
        Assert.Equal("a\uFFFD", ("a" + '\uD83D').Normal()); // half a pair
        Assert.Equal("😀", "😀".Normal());
    }
}
