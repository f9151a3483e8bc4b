using System.Runtime.CompilerServices;
using Kring.Access.Log.Tree.Witnesses;

namespace Kring.Access.Log.Tree.Checks;

/// <summary>Checkpoints from several places as one row, the smallest first, without keeping more than one of each place.</summary>
internal static class CheckpointStreams
{
    internal static async IAsyncEnumerable<Checkpoint> Merge(IReadOnlyList<IAsyncEnumerable<Checkpoint>> places, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var open = places.Select(p => p.GetAsyncEnumerator(cancel)).ToList();
        try
        {
            var next = new PriorityQueue<IAsyncEnumerator<Checkpoint>, long>();
            foreach (var place in open)
            {
                if (await place.MoveNextAsync())
                    next.Enqueue(place, place.Current.Size);
            }

            while (next.TryDequeue(out var place, out _))
            {
                yield return place.Current;
                if (await place.MoveNextAsync())
                    next.Enqueue(place, place.Current.Size);
            }
        }
        finally
        {
            foreach (var place in open)
                await place.DisposeAsync();
        }
    }

    /// <summary>Those in a file.</summary>
    /// <param name="tellTorn">Hears of a last one that is torn, which is left out; null when the file cannot be torn by accident.</param>
    /// <exception cref="LogFaultException">One is not signed by the log, or stands out of order.</exception>
    internal static async IAsyncEnumerable<Checkpoint> Of(string path, LogPublicKey key, Action<string>? tellTorn)
    {
        var (number, size) = (0, 0L);
        await foreach (var (note, whole) in CheckpointFile.Read(path))
        {
            number++;
            if (Checkpoint.Parse(note, key) is { } checkpoint)
            {
                if (checkpoint.Size < size)
                    throw LogFaultException.At(checkpoint.Size, $"checkpoint {number} in {path} is of {checkpoint.Size} entries, after one of {size}: checkpoints were swapped.");
                size = checkpoint.Size;
                yield return checkpoint;
            }
            else if (whole || tellTorn is null)
            {
                throw LogFaultException.At(size, $"checkpoint {number} in {path}, after the one of {size} entries, is not signed by {key.Name}: it was altered or cut off, or belongs to another log.");
            }
            else
            {
                tellTorn($"The last checkpoint in {path} was not written to its end (a write was broken off). It is left out.");
            }
        }
    }
}
