namespace Kring.Access.Keys.Tokens;

/// <summary>File and token side by side, so that a rotation can go from one to the other and back: what each wrapped, each unwraps; new keys come from where the settings say.</summary>
internal sealed class BothMasterKeys(FileMasterKeys? file, TokenMasterKeys token, bool toToken) : IMasterKeys, IDisposable
{
    public IReadOnlyList<string> Known => [.. file?.Known ?? [], .. token.Known];

    public string? Newest => Target.Newest;

    private IMasterKeys Target => toToken ? token : file!;

    public byte[] Wrap(CompartmentId compartment, string masterKey, ReadOnlySpan<byte> key) => HolderOf(masterKey).Wrap(compartment, masterKey, key);

    public byte[] Unwrap(CompartmentId compartment, string masterKey, ReadOnlySpan<byte> wrapped) => HolderOf(masterKey).Unwrap(compartment, masterKey, wrapped);

    public void Reload()
    {
        file?.Reload();
        token.Reload();
    }

    public string Add() => Target.Add();

    public void ForgetAllBut(string masterKey)
    {
        file?.ForgetAllBut(masterKey);
        token.ForgetAllBut(masterKey);
    }

    public void Dispose() => token.Dispose();

    private IMasterKeys HolderOf(string masterKey)
        => masterKey.StartsWith(TokenMasterKeys.Prefix, StringComparison.Ordinal) ? token : (IMasterKeys?)file ?? throw new MasterKeyMismatchException(masterKey);
}
