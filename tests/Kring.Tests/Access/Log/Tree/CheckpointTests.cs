using System.Text;
using Kring.Access.Log.Tree;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access.Log.Tree;

public sealed class CheckpointTests(KringApp app) : IClassFixture<KringApp>
{
    private static readonly byte[] Root = TreeHash.Leaf("entry"u8);

    private LogSigner Signer => app.Services.GetRequiredService<LogSigner>();

    [Fact]
    public void What_was_signed_reads_back()
    {
        var signed = Signer.Sign(20, Root);
        Assert.StartsWith($"{Signer.PublicKey.Name}\n20\n{Convert.ToBase64String(Root)}\n\n— {Signer.PublicKey.Name} ", signed.Note, StringComparison.Ordinal);
        var read = Checkpoint.Parse(signed.Note, LogPublicKey.Parse(Signer.PublicKey.ToString())!);
        Assert.Equal((20, Convert.ToHexString(Root)), (read!.Size, Convert.ToHexString(read.Root)));
        Assert.NotNull(Checkpoint.Parse(signed.Note + "— somebody.else AAAAAAAA\n", Signer.PublicKey));
    }

    [Fact]
    public void Any_bit_that_is_another_makes_it_no_checkpoint()
    {
        var note = Signer.Sign(20, Root).Note;
        var bytes = Encoding.UTF8.GetBytes(note);
        for (var i = 0; i < bytes.Length; i++)
        {
            var altered = bytes.ToArray();
            altered[i] ^= 1;
            Assert.Null(Checkpoint.Parse(Encoding.UTF8.GetString(altered), Signer.PublicKey));
            Assert.Null(Checkpoint.Parse(note[..Math.Min(i, note.Length - 1)], Signer.PublicKey));
        }
    }

    [Fact]
    public void A_signature_has_one_spelling()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        var note = Signer.Sign(20, Root).Note;
        Assert.EndsWith("=\n", note, StringComparison.Ordinal);
        var last = Alphabet.IndexOf(note[^3], StringComparison.Ordinal);
        Assert.All([1, 2, 3], unused => Assert.Null(Checkpoint.Parse($"{note[..^3]}{Alphabet[last + unused]}=\n", Signer.PublicKey)));
    }

    [Fact]
    public async Task The_key_stays_when_the_program_starts_again()
    {
        var before = Signer.PublicKey.ToString();
        await app.Restart();
        Assert.Equal(before, Signer.PublicKey.ToString());
    }

    [Fact]
    public void A_text_that_is_no_whole_key_is_none()
    {
        Assert.Null(LogPublicKey.Parse(Signer.PublicKey + "A"));
        Assert.Null(LogPublicKey.Parse("kring+00000000+" + Signer.PublicKey.ToString().Split('+', 3)[2]));
        Assert.Null(LogPublicKey.Parse(""));
    }

    /// <summary>The example of C2SP signed-note, which other programs' tests use as well.</summary>
    [Fact]
    public void A_key_and_a_note_of_the_standard_are_read()
    {
        var key = LogPublicKey.Parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        Assert.NotNull(key);
        Assert.True(key.Signed(
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"u8,
            Convert.FromBase64String("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=")[4..]));
    }
}
