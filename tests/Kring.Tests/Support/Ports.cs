using System.Net;
using System.Net.Sockets;

namespace Kring.Tests.Support;

internal static class Ports
{
    /// <summary>A port on loopback that nobody listens at now: for a server that must come back at the same one.</summary>
    internal static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
