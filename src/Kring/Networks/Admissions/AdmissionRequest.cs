using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;

namespace Kring.Networks.Admissions;

public readonly record struct AdmissionId(Guid Value) : ITypedId<AdmissionId>
{
    public static AdmissionId From(Guid value) => new(value);
}

public enum AdmissionState
{
    Waiting,
    /// <summary>"Later beslissen": still waiting, and not asked again on the first screen until tomorrow.</summary>
    Postponed,
    Granted,
    Refused,
    /// <summary>Taken back by whoever asked or by the coordinator, or lapsed because the network closed.</summary>
    TakenBack,
}

/// <summary>A question to the recipient or representative: may this person take part? (toelatingsverzoek)</summary>
internal sealed class AdmissionRequest : ICompartmented
{
    internal static readonly SealedField<string> NameField = new("admission_requests", "name");
    internal static readonly SealedField<string> FunctionField = new("admission_requests", "function");
    internal static readonly SealedField<string> AddressField = new("admission_requests", "address");
    internal static readonly SealedField<string> ReasonField = new("admission_requests", "reason");

    public required AdmissionId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required PersonId RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required Capacity Capacity { get; init; }

    public OrganisationId? Organisation { get; init; }

    public required Sealed<string> Name { get; init; }

    public required Sealed<string> Function { get; init; }

    /// <summary>Mail address or E.164 number to invite at.</summary>
    public required Sealed<string> Address { get; init; }

    public required LookupIndex AddressIndex { get; init; }

    /// <summary>Why this person should take part, in the asker's words.</summary>
    public required Sealed<string> Reason { get; init; }

    /// <summary>Whether old messages are asked for; the answer decides.</summary>
    public required bool AsksHistory { get; init; }

    public required AdmissionState State { get; set; }

    public PersonId? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? PostponedUntil { get; set; }

    /// <summary>One answer only: approving and refusing at once leaves one of them.</summary>
    public int Version { get; set; }

    internal bool IsOpen => State is AdmissionState.Waiting or AdmissionState.Postponed;

    /// <param name="aboutThemselves">Whether the address to invite at is of whoever wants to answer.</param>
    internal AnswerRight RightToAnswer(PersonId who, Voice voice, bool aboutThemselves)
    {
        if (RequestedBy == who) return AnswerRight.TheRequester;
        if (aboutThemselves) return AnswerRight.AboutThemselves;
        var right = AnswerRights.Of(voice.Kind);
        if (right is not (AnswerRight.MayAnswer or AnswerRight.MayOnlyObject) || IsOpen) return right;
        return State == AdmissionState.TakenBack ? AnswerRight.TakenBack : AnswerRight.AlreadyAnswered;
    }

    /// <param name="coordinates">Whether whoever wants to take it back coordinates the network.</param>
    internal TakeBackPlan PlanTakeBack(PersonId who, bool coordinates)
    {
        if (RequestedBy != who && !coordinates) return TakeBackPlan.NotTheirs;
        if (IsOpen) return TakeBackPlan.TakeBack;
        return State == AdmissionState.TakenBack ? TakeBackPlan.TakenBackBefore : TakeBackPlan.AlreadyAnswered;
    }

    internal void Close(AdmissionState state, PersonId by, DateTimeOffset now)
    {
        State = state;
        AnsweredBy = by;
        AnsweredAt = now;
        Version++;
    }

    internal void Postpone(DateTimeOffset until)
    {
        State = AdmissionState.Postponed;
        PostponedUntil = until;
        Version++;
    }
}
