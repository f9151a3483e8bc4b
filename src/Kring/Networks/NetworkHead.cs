namespace Kring.Networks;

/// <summary>What stands above every page of a network.</summary>
/// <param name="People">How many take part now.</param>
/// <param name="Role">In which role the reader is here.</param>
/// <param name="Questions">How many consent questions wait for the reader.</param>
/// <param name="Decides">The reader may say yes and no for this network's care recipient, and arrange what the recipient may arrange.</param>
/// <param name="Objects">The reader may say no, and take back a yes.</param>
/// <param name="EmergencyUntil">When the emergency access ends through which the reader is here; null when they take part.</param>
public sealed record NetworkHead(NetworkId Id, string Name, CareState State, DateTimeOffset LocksAt, bool Locked, int People, Access.Role Role, int Questions = 0, bool Decides = false, bool Objects = false, DateTimeOffset? EmergencyUntil = null)
{
    /// <summary>The reader is the care recipient, of 12 to 15: a parent or guardian says yes, and their own no counts.</summary>
    public bool IsYouth => Role == Access.Role.CareRecipient && Objects && !Decides;

    /// <summary>The address of a page of this network: "mensen", "berichten".</summary>
    public string Path(string page) => $"/netwerken/{Id}/{page}";
}
