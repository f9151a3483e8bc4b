using System.Security.Cryptography;
using CsCheck;
using Kring.Access;
using Kring.Access.Sealing;

namespace Kring.Tests.Access.Sealing;

/// <summary>C2: a ciphertext opens where it was sealed, whole, and nowhere else.</summary>
public sealed class SealTests
{
    private static readonly SealedField<string> Text = new("messages", "text");
    private static readonly SealedField<string> Draft = new("drafts", "text");
    private static readonly SealedField<string> Subject = new("messages", "subject");
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private readonly CompartmentId _network = new(Guid.CreateVersion7());
    private readonly Guid _row = Guid.CreateVersion7();

    [Fact]
    public void What_was_sealed_opens_again() => Gen.String.Where(text => !text.Any(char.IsSurrogate)).Sample(text =>
        Assert.Equal(text, Key().Open(Text, _row, Key().Seal(Text, _row, text))));

    [Fact]
    public void A_date_opens_as_the_same_date()
    {
        var field = new SealedField<DateOnly>("persons", "birth_date");
        var born = new DateOnly(1944, 3, 9);
        Assert.Equal(born, Key().Open(field, _row, Key().Seal(field, _row, born)));
    }

    [Fact]
    public void Every_single_bit_counts()
    {
        var sealedText = Key().Seal(Text, _row, "Mevrouw is vanmorgen gevallen.").Bytes.ToArray();
        for (var bit = 0; bit < sealedText.Length * 8; bit++)
        {
            var altered = sealedText.ToArray();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<SealBrokenException>(() => Key().Open(Text, _row, new Sealed<string>(altered)));
        }
    }

    [Fact]
    public void Cut_short_or_made_longer_it_does_not_open()
    {
        var sealedText = Key().Seal(Text, _row, "kort").Bytes.ToArray();
        for (var length = 0; length < sealedText.Length; length++)
            Assert.Throws<SealBrokenException>(() => Key().Open(Text, _row, new Sealed<string>(sealedText.AsMemory(0, length))));
        Assert.Throws<SealBrokenException>(() => Key().Open(Text, _row, new Sealed<string>((byte[])[.. sealedText, 0])));
    }

    [Fact]
    public void In_another_row_column_table_network_or_generation_it_does_not_open()
    {
        var sealedText = Key().Seal(Text, _row, "Mevrouw is vanmorgen gevallen.");
        Assert.Throws<SealBrokenException>(() => Key().Open(Text, Guid.CreateVersion7(), sealedText));
        Assert.Throws<SealBrokenException>(() => Key().Open(Subject, _row, sealedText));
        Assert.Throws<SealBrokenException>(() => Key().Open(Draft, _row, sealedText));
        Assert.Throws<SealBrokenException>(() => new CompartmentKey(new CompartmentId(Guid.CreateVersion7()), 1, _secret).Open(Text, _row, sealedText));
        Assert.Throws<SealBrokenException>(() => new CompartmentKey(_network, 2, _secret).Open(Text, _row, sealedText));
        Assert.Throws<SealBrokenException>(() => new CompartmentKey(_network, 1, RandomNumberGenerator.GetBytes(32)).Open(Text, _row, sealedText));
    }

    [Fact]
    public void The_same_text_never_looks_the_same_twice()
        => Assert.NotEqual(Key().Seal(Text, _row, "ja"), Key().Seal(Text, _row, "ja"));

    [Fact]
    public void A_sealed_value_tells_nothing_when_it_is_written_out()
        => Assert.Equal("(sealed)", Key().Seal(Text, _row, "geheim").ToString());

    private CompartmentKey Key() => new(_network, 1, _secret);
}
