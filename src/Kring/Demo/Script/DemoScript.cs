namespace Kring.Demo.Script;

internal sealed record DemoScript(
    IReadOnlyList<DemoOrganisation> Organisations,
    IReadOnlyList<DemoPerson> Persons,
    IReadOnlyList<DemoNetwork> Networks);

internal sealed record DemoOrganisation(string Key, string Name, string Kind, string City);

internal sealed record DemoPerson(
    string Key,
    string FirstName,
    string LastNamePrefix,
    string LastName,
    string Mail,
    string? Mobile,
    DateOnly? BirthDate,
    DemoJob? Job);

internal sealed record DemoJob(string OrganisationKey, string Role, string JobTitle);

/// <summary>Closing a network leaves the membership periods as they were.</summary>
internal sealed record DemoNetwork(
    string Key,
    string RecipientKey,
    bool RecipientHasAccount,
    DateTimeOffset EnrolledAt,
    DemoNetworkState State,
    string CoordinatorKey,
    IReadOnlyList<DemoMember> Members,
    IReadOnlyList<DemoBasis> Bases,
    IReadOnlyList<DemoRepresentative> Representatives,
    IReadOnlyList<DemoAdmission> Admissions,
    IReadOnlyList<DemoConversation> Conversations,
    DateTimeOffset? OutOfCareSince,
    DateTimeOffset? ClosedAt,
    string? ClosedBecause);

/// <summary>Takes part from <paramref name="From"/> up to, not including, <paramref name="Until"/>.</summary>
internal sealed record DemoMember(
    string PersonKey,
    DemoCapacity Capacity,
    string? RelationOrFunction,
    string? OrganisationKey,
    DateTimeOffset From,
    DateTimeOffset? Until,
    bool SeesHistory);

internal sealed record DemoBasis(string OrganisationKey, DemoBasisKind Kind, string DocumentReference, DateOnly Date);

/// <summary>A mandate holds through the whole of <paramref name="Until"/>, Dutch time.</summary>
internal sealed record DemoRepresentative(
    string PersonKey,
    DemoMandateKind Kind,
    DemoMandateScope Scope,
    DateOnly From,
    DateOnly? Until,
    string EvidenceReference);

/// <summary>
/// Consent asked after the lock. <paramref name="WithdrawnAt"/> ends a membership that was granted before.
/// </summary>
internal sealed record DemoAdmission(
    string PersonKey,
    DemoCapacity Capacity,
    string? RelationOrFunction,
    string? OrganisationKey,
    string RequestedByKey,
    DateTimeOffset RequestedAt,
    string Reason,
    DemoAdmissionState State,
    string? DecidedByKey,
    DateTimeOffset? DecidedAt,
    DateTimeOffset? WithdrawnAt);

internal sealed record DemoConversation(
    string Subject,
    DemoAudience Audience,
    string StarterKey,
    DateTimeOffset StartedAt,
    IReadOnlyList<DemoMessage> Messages);

/// <summary><paramref name="ReplyTo"/> is an index into the messages of the same conversation.</summary>
internal sealed record DemoMessage(
    string AuthorKey,
    DateTimeOffset At,
    string Text,
    int? ReplyTo,
    DateTimeOffset? EditedAt,
    DateTimeOffset? RemovedAt);

internal sealed record DemoGuide(string PersonKey, string Description);
