using Kring.Access;

namespace Kring.Organisations;

/// <summary>An organisation whose professionals take part in care networks. Holds no personal data: its data protection officer is reached at a shared address.</summary>
internal sealed class Organisation
{
    public required OrganisationId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>What it does, in the words of its own people: "thuiszorg", "huisartsenpraktijk".</summary>
    public required string Kind { get; set; }

    public required string City { get; set; }

    /// <summary>The shared mail address of the data protection officer (functionaris gegevensbescherming).</summary>
    public required string OfficerMail { get; set; }

    public string? OfficerPhone { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }
}
