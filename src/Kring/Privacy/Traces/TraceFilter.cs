using Kring.Access;
using Kring.Access.Log;

namespace Kring.Privacy.Traces;

/// <summary>Which kind of use of data is looked for.</summary>
internal enum TraceKind
{
    Any,
    Read,
    Changed,
    Downloaded,
    Refused,
    Emergency,
}

/// <summary>Whose use of data is looked for: anybody's, one person's, the program's own, or that of whoever is not known here.</summary>
internal readonly record struct TraceSubject(TraceSubject.Sort Which, PersonId Person = default)
{
    internal enum Sort
    {
        Anybody,
        OnePerson,
        Program,
        Others,
    }
}

/// <summary>Which entries of the access log are looked for.</summary>
/// <param name="From">From this instant on; null has no beginning.</param>
/// <param name="Until">Before this instant; null has no end.</param>
/// <param name="ShowsOwn">False leaves out what the reader did, unless the reader is who was chosen.</param>
/// <param name="ShowsProgram">False leaves out what the program did by itself, unless the program is what was chosen.</param>
internal sealed record TraceFilter(TraceSubject Subject, TraceKind Kind, DateTimeOffset? From, DateTimeOffset? Until, bool ShowsOwn, bool ShowsProgram)
{
    /// <param name="known">Who is known by name here: the rest are the others.</param>
    internal IQueryable<AccessEntry> Apply(IQueryable<AccessEntry> entries, IReadOnlyCollection<PersonId> known, PersonId reader)
    {
        PersonId? own = reader;
        if (!ShowsOwn && Subject.Which == TraceSubject.Sort.Anybody)
            entries = entries.Where(e => e.Person == null || e.Person != own);
        if (!ShowsProgram && Subject.Which == TraceSubject.Sort.Anybody)
            entries = entries.Where(e => e.Job == null);
        if (From is { } from)
            entries = entries.Where(e => e.At >= from);
        if (Until is { } until)
            entries = entries.Where(e => e.At < until);
        return OfKind(OfSubject(entries, known));
    }

    private IQueryable<AccessEntry> OfSubject(IQueryable<AccessEntry> entries, IReadOnlyCollection<PersonId> known)
    {
        PersonId? person = Subject.Person;
        var named = known.Select(p => (PersonId?)p).ToList();
        return Subject.Which switch
        {
            TraceSubject.Sort.OnePerson => entries.Where(e => e.Person == person),
            TraceSubject.Sort.Program => entries.Where(e => e.Job != null),
            TraceSubject.Sort.Others => entries.Where(e => e.Job == null && (e.Person == null || !named.Contains(e.Person))),
            _ => entries,
        };
    }

    private IQueryable<AccessEntry> OfKind(IQueryable<AccessEntry> entries) => Kind switch
    {
        TraceKind.Read => entries.Where(e => e.Operation == Operations.Read && e.Outcome != Outcome.Refused),
        TraceKind.Changed => entries.Where(e => (e.Operation == Operations.Create || e.Operation == Operations.Update || e.Operation == Operations.Delete) && e.Outcome != Outcome.Refused),
        TraceKind.Downloaded => entries.Where(e => e.Operation == Operations.Export && e.Outcome != Outcome.Refused),
        TraceKind.Refused => entries.Where(e => e.Outcome == Outcome.Refused),
        TraceKind.Emergency => entries.Where(e => e.Emergency || e.ObjectType == TraceWords.EmergencyAccess),
        _ => entries,
    };
}

internal static class OwnReadings
{
    /// <summary>Leaves out what somebody read, looked up or downloaded, also where it was refused: what they changed stays.</summary>
    /// <param name="person">Null leaves out nothing.</param>
    internal static IQueryable<AccessEntry> WithoutReadingsOf(this IQueryable<AccessEntry> entries, PersonId? person)
        => person is null ? entries : entries.Where(e => e.Person != person || (e.Operation != Operations.Read && e.Operation != Operations.Export));
}
