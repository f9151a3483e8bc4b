using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.Privacy.Reports;

public readonly record struct ReportId(Guid Value) : ITypedId<ReportId>
{
    public static ReportId From(Guid value) => new(value);

    /// <summary>The number by which people speak of it: "M-1A2B-3C4D".</summary>
    public string Reference
    {
        get
        {
            var letters = Value.ToString("N").ToUpperInvariant();
            return $"M-{letters[^8..^4]}-{letters[^4..]}";
        }
    }
}

/// <summary>What pressing "Afgehandeld" does.</summary>
internal enum HandlingPlan
{
    Handle,
    HandledBefore,
}

/// <summary>"Ik herken dit niet": somebody does not recognise a line in "Wie keek in mijn gegevens?". Lives at the privacy desk of the organisation that it is about.</summary>
internal sealed class UnknownAccessReport : ICompartmented
{
    internal static readonly SealedField<string> ReporterNameField = new("unknown_access_reports", "reporter_name");
    internal static readonly SealedField<string> SeenField = new("unknown_access_reports", "seen");
    internal static readonly SealedField<string> NoteField = new("unknown_access_reports", "note");
    internal static readonly SealedField<string> AnswerField = new("unknown_access_reports", "answer");

    public required ReportId Id { get; init; }

    /// <summary>The organisation's compartment.</summary>
    public required CompartmentId Compartment { get; init; }

    public required PersonId ReportedBy { get; init; }

    public required Sealed<string> ReporterName { get; init; }

    /// <summary>The line as the reporter saw it: who, function, what, when.</summary>
    public required Sealed<string> Seen { get; init; }

    public Sealed<string>? Note { get; init; }

    public required Guid Entry { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>The last Dutch day on which the answer is in time (AVG art. 12(3)).</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The line is about the data protection officer: the director deals with it.</summary>
    public required bool ForDirector { get; init; }

    public DateTimeOffset? HandledAt { get; private set; }

    public PersonId? HandledBy { get; private set; }

    /// <summary>What the reporter was told.</summary>
    public Sealed<string>? Answer { get; private set; }

    /// <summary>Raised by handling: of two officers at the same moment, one is told.</summary>
    public int Version { get; private set; }

    internal HandlingPlan PlanHandling() => HandledAt is null ? HandlingPlan.Handle : HandlingPlan.HandledBefore;

    internal void Handle(Sealed<string> answer, PersonId by, DateTimeOffset now) => (Answer, HandledBy, HandledAt, Version) = (answer, by, now, Version + 1);
}
