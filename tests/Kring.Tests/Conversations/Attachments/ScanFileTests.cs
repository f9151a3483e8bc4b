using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kring.Tests.Support;

namespace Kring.Tests.Conversations.Attachments;

/// <summary>U1: with a virus scanner set, what it does not find clean is not taken.</summary>
public sealed class ScanFileTests
{
    private const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    [Fact]
    public async Task What_the_scanner_finds_is_never_kept_and_without_the_scanner_nothing_is()
    {
        using var scanner = new TcpListener(IPAddress.Loopback, 0);
        scanner.Start();
        var app = new KringApp { More = new Dictionary<string, string?> { ["Kring:Clamd"] = $"127.0.0.1:{((IPEndPoint)scanner.LocalEndpoint).Port}" } };
        await using (app)
        {
            await app.InitializeAsync();
            var stage = await TalkStage.Set(app);
            using var joke = await stage.World.SignedIn(stage.Joke);
            var path = await stage.Starts(joke);
            var answers = Answer(scanner, 4);

            await joke.Sends(path, "Schoon", [Sending.Pdf(Pictures.Pdf(length: 200_000)), Sending.Photo()]);
            Assert.Equal(HttpStatusCode.Found, joke.Last!.StatusCode);
            Assert.Equal(2, await app.Contents(stage.Network));
            var infected = await joke.Sends(path, "Vies", [Sending.Pdf(Pictures.Pdf(Eicar))]);
            Assert.Contains("Er zit een virus in dit bestand", infected.QuerySelector("#bestand-error")!.TextContent, StringComparison.Ordinal);
            var unsure = await joke.Sends(path, "Onzeker", [Sending.Pdf(Pictures.Pdf("te lang"))]);
            Assert.Contains("nu niet op virussen controleren", unsure.QuerySelector("#bestand-error")!.TextContent, StringComparison.Ordinal);
            await answers;
            scanner.Stop();
            var away = await joke.Sends(path, "Weg", [Sending.Pdf()]);
            Assert.Contains("nu niet op virussen controleren", away.QuerySelector("#bestand-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Weg", away.QuerySelector("#tekst")!.TextContent);
            Assert.Equal(2, await app.Contents(stage.Network));
            Assert.Contains(app.Log.All, l => l.Line.Contains("virus scanner", StringComparison.Ordinal));
        }
    }

    // What clamd does with INSTREAM, for so many files.
    private static async Task Answer(TcpListener scanner, int files)
    {
        for (var i = 0; i < files; i++)
        {
            using var client = await scanner.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            var stream = client.GetStream();
            var command = new byte[10];
            await stream.ReadExactlyAsync(command, TestContext.Current.CancellationToken);
            Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
            var (all, length) = (new MemoryStream(), new byte[4]);
            while (true)
            {
                await stream.ReadExactlyAsync(length, TestContext.Current.CancellationToken);
                var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
                if (piece.Length == 0)
                    break;
                await stream.ReadExactlyAsync(piece, TestContext.Current.CancellationToken);
                all.Write(piece);
            }

            var text = Encoding.Latin1.GetString(all.ToArray());
            var said = text.Contains(Eicar, StringComparison.Ordinal) ? "stream: Eicar-Signature FOUND" : text.Contains("te lang", StringComparison.Ordinal) ? "INSTREAM size limit exceeded. ERROR" : "stream: OK";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(said + "\0"), TestContext.Current.CancellationToken);
        }
    }
}
