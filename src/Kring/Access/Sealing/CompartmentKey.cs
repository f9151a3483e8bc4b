using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kring.Access.Sealing;

/// <summary>
/// The unwrapped key of one compartment. Layout of a ciphertext: 1 byte format, 2 bytes key generation, 12 bytes nonce, 16 bytes tag, data.
/// The associated data is compartment|table|row|column|generation, so a ciphertext opens only where it was sealed.
/// </summary>
internal sealed class CompartmentKey(CompartmentId compartment, ushort generation, byte[] key)
{
    private const byte Format = 1;
    private const int NonceAt = 3, TagAt = 15, DataAt = 31;
    private AesGcm? _spare;

    internal CompartmentId Compartment => compartment;

    internal Sealed<T> Seal<T>(SealedField<T> field, Guid row, T value) where T : IParsable<T>
        => new(SealBytes(Place(field.Table, field.Column, row), Encoding.UTF8.GetBytes(Write(value))));

    internal T Open<T>(SealedField<T> field, Guid row, Sealed<T> value) where T : IParsable<T>
        => T.Parse(Encoding.UTF8.GetString(OpenBytes(Place(field.Table, field.Column, row), value.Bytes.Span)), CultureInfo.InvariantCulture);

    internal SealedBytes Seal(SealedBytesField field, Guid row, ReadOnlySpan<byte> plain) => new(SealBytes(Place(field.Table, field.Column, row), plain));

    internal byte[] Open(SealedBytesField field, Guid row, SealedBytes value) => OpenBytes(Place(field.Table, field.Column, row), value.Bytes.Span);

    internal byte[] SealBytes(string place, ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[DataAt + plain.Length];
        sealedBytes[0] = Format;
        BinaryPrimitives.WriteUInt16LittleEndian(sealedBytes.AsSpan(1), generation);
        var nonce = sealedBytes.AsSpan(NonceAt, 12);
        RandomNumberGenerator.Fill(nonce);
        var cipher = Take();
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(DataAt), sealedBytes.AsSpan(TagAt, 16), Bind(place));
        GiveBack(cipher);
        return sealedBytes;
    }

    internal byte[] OpenBytes(string place, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < DataAt || sealedBytes[0] != Format || BinaryPrimitives.ReadUInt16LittleEndian(sealedBytes[1..]) != generation)
            throw new SealBrokenException(place);
        var plain = new byte[sealedBytes.Length - DataAt];
        try
        {
            var cipher = Take();
            cipher.Decrypt(sealedBytes.Slice(NonceAt, 12), sealedBytes[DataAt..], sealedBytes.Slice(TagAt, 16), plain, Bind(place));
            GiveBack(cipher);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SealBrokenException(place);
        }
    }

    // A cipher is for one use at a time and dear to make: a page of fifty messages makes one.
    private AesGcm Take() => Interlocked.Exchange(ref _spare, null) ?? new AesGcm(key, 16);

    private void GiveBack(AesGcm cipher) => Interlocked.Exchange(ref _spare, cipher)?.Dispose();

    private static string Place(string table, string column, Guid row) => $"{table}|{row:N}|{column}";

    private byte[] Bind(string place) => Encoding.UTF8.GetBytes($"{compartment.Value:N}|{place}|{generation}");

    private static string Write<T>(T value) => value switch
    {
        string text => text,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value!.ToString()!,
    };
}
