namespace Kring.Access.Log;

/// <summary>
/// What one unit of work still owes the log: the changes that the gate let through and that are not committed. They go with the commit, or, when nothing
/// came of them, before the answer leaves.
/// </summary>
internal sealed partial class OwedEntries(ReadLogLane lane, TimeProvider time, ILogger<OwedEntries> logger)
{
    private readonly Dictionary<CompartmentId, AccessEntry> _granted = [];
    private readonly List<AccessEntry> _owed = [];

    internal bool Any => _owed.Count > 0;

    internal void Add(AccessEntry entry)
    {
        _owed.Add(entry);
        _granted[entry.Compartment] = entry;
    }

    /// <summary>The entries that go into the commit of these changes. What was let through and is not among them changed nothing.</summary>
    /// <param name="beyond">Rows that live in no compartment change too: then no visit was in vain.</param>
    /// <exception cref="InvalidOperationException">Something changed without a grant for it.</exception>
    internal IReadOnlyList<AccessEntry> For(IReadOnlySet<CompartmentId> changed, bool beyond)
    {
        if (beyond && _granted.Count == 0)
            throw new InvalidOperationException("Rows change without a grant to change anything.");
        foreach (var compartment in changed)
        {
            if (!_granted.TryGetValue(compartment, out var granted))
                throw new InvalidOperationException($"Rows of compartment {compartment} change without a grant to change them.");
            if (!_owed.Exists(e => e.Compartment == compartment && e.Outcome == Outcome.Done))
                _owed.Add(granted with { Id = Guid.CreateVersion7(time.GetUtcNow()), At = Platform.Instants.Moment(time), Outcome = Outcome.Done });
        }

        return _owed.ConvertAll(e => beyond || changed.Contains(e.Compartment) ? e : e with { Outcome = Outcome.NothingChanged });
    }

    /// <summary>The entries are in the log.</summary>
    internal void Clear() => _owed.Clear();

    /// <summary>A refusal takes the place of what was owed for this compartment.</summary>
    internal void Withdraw(CompartmentId compartment) => _owed.RemoveAll(e => e.Compartment == compartment);

    /// <summary>Somebody else was first: what was let through so far changes nothing any more.</summary>
    internal void CameToNothing()
    {
        for (var i = 0; i < _owed.Count; i++)
            _owed[i] = _owed[i] with { Outcome = Outcome.NothingChanged };
    }

    /// <summary>Writes that the visits changed nothing.</summary>
    /// <exception cref="LogUnavailableException">The log cannot be written: nothing may be shown. The operator's log keeps what was owed.</exception>
    internal async Task Pay()
    {
        if (_owed.Count == 0)
            return;
        CameToNothing();
        var entries = _owed.ToList();
        _owed.Clear();
        try
        {
            await lane.Write(entries, CancellationToken.None);
        }
        catch (LogUnavailableException)
        {
            foreach (var entry in entries)
                Lost(logger, entry.Id, entry.Person?.Value, entry.Job, entry.Compartment.Value, entry.Purpose, entry.Operation);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The access log lacks entry {Entry}: person {Person} or job {Job} in compartment {Compartment} for {Purpose}, {Operation}, changed nothing.")]
    private static partial void Lost(ILogger logger, Guid entry, Guid? person, string? job, Guid compartment, string purpose, Operations operation);
}
