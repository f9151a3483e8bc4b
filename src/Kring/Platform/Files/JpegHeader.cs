using System.Buffers.Binary;

namespace Kring.Platform.Files;

/// <summary>How a JPEG is built up (ITU T.81, table B.1). One in a single scan is read line by line, at a fraction of its size; one in more, as a progressive one is, has to be in memory as a whole.</summary>
internal static class JpegHeader
{
    internal static bool IsSingleScan(ReadOnlySpan<byte> file)
    {
        var (at, colors) = (2, 0);
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is 0xC0 or 0xC1 && at + 9 < file.Length)
                colors = file[at + 9];
            else if (marker is 0xDA && at + 4 < file.Length)
                return colors > 0 && file[at + 4] == colors;
            else if (marker is >= 0xC2 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
                return false;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return false;
    }
}
