using System.Globalization;

namespace Kring.Data.Wall;

/// <summary>
/// For whom one scope (a request, a stream, a round of a job) uses the database, as the wall in PostgreSQL is told with each command. Nobody, until the session or the door says
/// who: then only what needs nobody can be read.
/// </summary>
internal sealed class Acting(TimeProvider time)
{
    private readonly HashSet<Guid> _letIn = [];
    private readonly HashSet<Guid> _links = [];

    internal Guid? Person { get; private set; }

    /// <summary>The network whose glass somebody is about to break: the wall sees for itself whether their organisation takes part in it.</summary>
    internal Guid? Glass { get; private set; }

    /// <summary>As which service of <see cref="WallServices"/> the program itself works here (<see cref="ServingScopes"/>); null where it works for somebody.</summary>
    internal string? Service { get; private set; }

    /// <summary>Rises with whatever the wall must be told anew.</summary>
    internal int Version { get; private set; }

    /// <summary>The compartments that a named job was let into, or that were founded, in this unit of work: no relation of a person opens them.</summary>
    internal string LetIn => Array(_letIn);

    /// <summary>The invitations that somebody holds the links of, and where they were asked about.</summary>
    internal string Links => Array(_links);

    /// <summary>When it began, a moment before: a relation that ends in this unit of work holds until the end of it, or the work would shut itself out half-way.</summary>
    internal string Since { get; } = (time.GetUtcNow() - TimeSpan.FromMicroseconds(1)).ToString("O", CultureInfo.InvariantCulture);

    /// <summary>In which transaction the wall was told, and which version.</summary>
    internal (Guid? Transaction, int Version) Told { get; set; }

    internal void As(Guid? person)
    {
        if (Person != person)
            (Person, Version) = (person, Version + 1);
    }

    /// <summary>Somebody holds the link of an invitation.</summary>
    internal void Holds(Guid invitation, Guid compartment)
    {
        if (_links.Add(invitation) | _links.Add(compartment))
            Version++;
    }

    internal void Breaks(Guid network)
    {
        if (Glass != network)
            (Glass, Version) = (network, Version + 1);
    }

    internal void Let(Guid compartment)
    {
        if (_letIn.Add(compartment))
            Version++;
    }

    internal void Serve(string service) => Service = service;

    private static string Array(IEnumerable<Guid> ids) => $"{{{string.Join(',', ids)}}}";
}
