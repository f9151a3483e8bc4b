using Kring.Platform;

namespace Kring.Privacy.Statements;

public readonly record struct StatementId(Guid Value) : ITypedId<StatementId>
{
    public static StatementId From(Guid value) => new(value);
}

public enum StatementAudience
{
    CareRecipients,
    Relations,
    Professionals,
}

/// <summary>A version of a privacy statement (AVG art. 13 and 14). Published versions never change; a change is a new version.</summary>
internal sealed class PrivacyStatement
{
    public required StatementId Id { get; init; }

    public required StatementAudience Audience { get; init; }

    public required int Version { get; init; }

    public required string DutchText { get; init; }

    public required string EnglishText { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}
