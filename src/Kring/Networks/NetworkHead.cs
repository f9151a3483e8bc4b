namespace Kring.Networks;

/// <summary>What stands above every page of a network.</summary>
/// <param name="People">How many take part now.</param>
/// <param name="Role">In which role the reader is here.</param>
/// <param name="Questions">How many consent questions wait for the reader.</param>
public sealed record NetworkHead(NetworkId Id, string Name, CareState State, DateTimeOffset LocksAt, bool Locked, int People, Access.Role Role, int Questions = 0)
{
    /// <summary>The address of a page of this network: "mensen", "berichten".</summary>
    public string Path(string page) => $"/netwerken/{Id}/{page}";
}
