namespace Kring.Platform;

/// <summary>What holds the master key that wraps new keys.</summary>
internal enum MasterKeyProvider
{
    File,
    Pkcs11,
}

/// <summary>The master key in a hardware module: its PKCS#11 library, the token by its label, and the PIN of its user. With these set and the provider "file", keys can go back from the token to the file.</summary>
internal sealed record MasterKeyOptions
{
    public MasterKeyProvider Provider { get; init; } = MasterKeyProvider.File;

    /// <summary>The path of the module's PKCS#11 library.</summary>
    public string? Library { get; init; }

    /// <summary>The label of the token.</summary>
    public string? Token { get; init; }

    /// <summary>The label of Kring's keys on the token.</summary>
    public string Key { get; init; } = "kring";

    public string? Pin { get; init; }

    /// <summary>A file with the PIN, that its owner alone may read.</summary>
    public string? PinFile { get; init; }

    /// <exception cref="StartRefusedException">A setting is missing; the message names it.</exception>
    internal void Check()
    {
        if (Provider == MasterKeyProvider.File && Library is null)
            return;
        if (Library is null || Token is null)
            throw new StartRefusedException("Kring:MasterKey:Provider is pkcs11: set Kring:MasterKey:Library to the module's library and Kring:MasterKey:Token to the label of the token.");
        if (Pin is null == PinFile is null)
            throw new StartRefusedException("The token needs its PIN: set Kring:MasterKey:Pin in the environment, or Kring:MasterKey:PinFile to a file that holds it, and not both.");
    }

    /// <exception cref="StartRefusedException">The file cannot be read, or others can read it.</exception>
    internal string ReadPin()
    {
        if (Pin is not null)
            return Pin;
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(PinFile!) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None)
                throw new StartRefusedException($"The PIN file {PinFile} can be read by others. Make it readable by its owner alone (chmod 600), and give the token another PIN.");
            return File.ReadAllText(PinFile!).TrimEnd('\r', '\n');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The PIN file {PinFile} cannot be read: {fault.Message}", fault);
        }
    }
}
