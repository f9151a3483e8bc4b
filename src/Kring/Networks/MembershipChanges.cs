using System.Collections.Concurrent;
using Kring.Access;
using Kring.Platform.Nodes;

namespace Kring.Networks;

/// <summary>
/// Tells open streams, on every node, that somebody no longer takes part, the moment that is saved. What is asked afterwards is refused by the gate; this closes what was open already.
/// </summary>
internal sealed class MembershipChanges
{
    private const string Subject = "membership";
    private readonly INodeWire _wire;
    private readonly ConcurrentDictionary<MembershipWatch, (NetworkId, PersonId)> _watches = new();

    public MembershipChanges(INodeWire wire)
    {
        _wire = wire;
        wire.Hear(Subject, Heard);
    }

    /// <summary>Watches one participation. Look at the gate after calling this, not before: an end in between would be missed.</summary>
    internal MembershipWatch Watch(NetworkId network, PersonId person)
    {
        var watch = new MembershipWatch(w => _watches.TryRemove(w, out _));
        _watches[watch] = (network, person);
        return watch;
    }

    /// <summary>Call it after the commit.</summary>
    internal void Ended(NetworkId network, PersonId person)
    {
        EndHere(network, person);
        _wire.Tell(Subject, $"{network.Value:N} {person.Value:N}");
    }

    private void Heard(string word)
    {
        if (word.Split(' ') is [var network, var person] && Guid.TryParseExact(network, "N", out var where) && Guid.TryParseExact(person, "N", out var who))
            EndHere(new NetworkId(where), new PersonId(who));
    }

    private void EndHere(NetworkId network, PersonId person)
    {
        foreach (var (watch, of) in _watches)
        {
            if (of == (network, person))
                watch.End();
        }
    }
}

/// <summary>Somebody's participation, watched by an open stream until it is disposed.</summary>
internal sealed class MembershipWatch(Action<MembershipWatch> forget) : IDisposable
{
    private readonly CancellationTokenSource _ended = new();

    /// <summary>Cancelled when the participation ends: close the stream.</summary>
    internal CancellationToken Ended => _ended.Token;

    internal void End()
    {
        try
        {
            _ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The stream closed at the same moment.
        }
    }

    public void Dispose()
    {
        forget(this);
        _ended.Dispose();
    }
}
