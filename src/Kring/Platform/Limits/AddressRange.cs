using System.Net;
using System.Net.Sockets;

namespace Kring.Platform.Limits;

/// <summary>
/// The range an address is counted by. IPv4 by /24: a smaller one is bought by the dozen. IPv6 by /64: one household or one rented server has all of it.
/// </summary>
internal static class AddressRange
{
    private const int Ipv4Bytes = 3, Ipv6Bytes = 8;

    internal static string Of(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var kept = plain.AddressFamily == AddressFamily.InterNetwork ? Ipv4Bytes : Ipv6Bytes;
        return Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, kept));
    }
}
