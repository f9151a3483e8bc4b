using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kring.Platform;

namespace Kring.Conversations.Attachments;

internal enum ScanAnswer
{
    /// <summary>Nothing was found, or no scanner is set.</summary>
    Clean,
    Infected,
    /// <summary>The scanner did not answer, or could not look.</summary>
    NotScanned,
}

/// <summary>Has a file looked at by ClamAV (<c>Kring:Clamd</c>) before it is taken, over the scanner's own INSTREAM protocol: the file goes over the connection and is written nowhere.</summary>
internal sealed partial class ScanFile(KringOptions options, ILogger<ScanFile> logger)
{
    private const int Piece = 64 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    internal async Task<ScanAnswer> Run(ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        if (options.ClamdAddress() is not { } place)
            return ScanAnswer.Clean;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            return Read(await Ask(place, file, limit.Token));
        }
        catch (Exception fault) when ((fault is SocketException or IOException or OperationCanceledException) && !cancel.IsCancellationRequested)
        {
            Away(logger, fault.Trace());
            return ScanAnswer.NotScanned;
        }
    }

    private static async Task<string> Ask(EndPoint place, ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        using var socket = place is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(place, cancel);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        var length = new byte[4];
        for (var at = 0; at < file.Length; at += Piece)
        {
            var piece = file.Slice(at, Math.Min(Piece, file.Length - at));
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await stream.WriteAsync(length, cancel);
            await stream.WriteAsync(piece, cancel);
        }

        await stream.WriteAsync(new byte[4], cancel);
        using var answer = new StreamReader(stream, Encoding.ASCII);
        return await answer.ReadToEndAsync(cancel);
    }

    // "stream: OK", "stream: Eicar-Signature FOUND"; anything else is no look at the file, such as "INSTREAM size limit exceeded. ERROR".
    private ScanAnswer Read(string answer)
    {
        var said = answer.TrimEnd('\0', '\n', ' ');
        if (said == "stream: OK")
            return ScanAnswer.Clean;
        if (said.StartsWith("stream: ", StringComparison.Ordinal) && said.EndsWith(" FOUND", StringComparison.Ordinal))
            return ScanAnswer.Infected;
        Unclear(logger);
        return ScanAnswer.NotScanned;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The virus scanner does not answer: files are refused until it does.\n{Trace}")]
    private static partial void Away(ILogger logger, string trace);

    [LoggerMessage(Level = LogLevel.Error, Message = "The virus scanner could not look at a file, which was refused. Its own log says why; its StreamMaxLength must be 20 MB or more.")]
    private static partial void Unclear(ILogger logger);
}
