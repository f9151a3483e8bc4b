namespace Kring.Access;

/// <summary>What is done with the data; the rows of the matrix speak of sets of these (NEN 7513: C/R/U/D/E).</summary>
[Flags]
public enum Operations
{
    None = 0,
    Create = 1,
    Read = 2,
    Update = 4,
    Delete = 8,
    Export = 16,
    ReadWrite = Create | Read | Update | Delete,
}
