namespace Kring.Access.Keys;

/// <summary>A key of ASP.NET Core's data protection (antiforgery, form state), shared by all nodes. The XML is sealed with the program's own key.</summary>
internal sealed class ProtectionKey
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public required byte[] Xml { get; init; }
}
