using Kring.Data;

namespace Kring.Access.Register;

/// <summary>Whether an activity may run (AVG art. 30 and 35).</summary>
public enum ActivityStatus
{
    Draft,
    InAssessment,
    Active,
    Suspended,
    Ended,
}

/// <summary>An entry of the processing register (AVG art. 30(1)), for the platform or, where an organisation decided otherwise, for that organisation.</summary>
internal sealed class ProcessingActivity
{
    /// <summary>The platform's own entries carry the empty organisation id.</summary>
    public required OrganisationId Organisation { get; init; }

    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>AVG art. 6(1), such as "6(1)(b)". Never empty: there is no default ground.</summary>
    public required string GroundArticle6 { get; set; }

    /// <summary>The exception of AVG art. 9(2) that lifts the ban on special categories; null when the activity uses none.</summary>
    public string? ExceptionArticle9 { get; set; }

    /// <summary>Which categories of data it covers.</summary>
    public required IReadOnlyList<DataCategory> Categories { get; set; }

    public required string RetentionClass { get; set; }

    public required ActivityStatus Status { get; set; }

    /// <summary>High risk: only runs with an approved assessment (AVG art. 35).</summary>
    public bool AssessmentRequired { get; set; }

    public DateTimeOffset? AssessmentApprovedAt { get; set; }

    internal bool MayRun => Status == ActivityStatus.Active && (!AssessmentRequired || AssessmentApprovedAt is not null);
}
