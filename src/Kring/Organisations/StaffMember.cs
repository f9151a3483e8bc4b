using Kring.Access;
using Kring.Access.Sealing;
using Kring.Organisations.Staff;
using Kring.Platform;

namespace Kring.Organisations;

public readonly record struct StaffMemberId(Guid Value) : ITypedId<StaffMemberId>
{
    public static StaffMemberId From(Guid value) => new(value);
}

/// <summary>Somebody's work for an organisation, in one role, as a period. Lives in the organisation's compartment.</summary>
internal sealed class StaffMember : ICompartmented
{
    internal static readonly SealedField<string> NameField = new("staff_members", "name");
    internal static readonly SealedField<string> JobTitleField = new("staff_members", "job_title");

    public required StaffMemberId Id { get; init; }

    /// <summary>The organisation's own compartment.</summary>
    public required CompartmentId Compartment { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required PersonId Person { get; init; }

    public required Role Role { get; set; }

    public required Sealed<string> Name { get; set; }

    public required Sealed<string> JobTitle { get; set; }

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? Until { get; set; }

    /// <summary>Who invited them into a network as a professional of this organisation, which entered them here; null when the organisation did so itself.</summary>
    public PersonId? InvitedBy { get; init; }

    /// <summary>When the organisation said that somebody who was entered by an invitation does work here.</summary>
    public DateTimeOffset? AgreedAt { get; set; }

    /// <summary>An invitation into a network entered them, and the organisation has not said yet that they work here.</summary>
    internal bool IsUnconfirmed => InvitedBy is not null && AgreedAt is null;

    internal bool WorksAt(DateTimeOffset now) => From <= now && (Until is null || now < Until);

    /// <summary>Whether this work may be ended, be given another role, or be shut out of the account.</summary>
    /// <param name="successor">Whether somebody else works in the same role now, and can sign in.</param>
    internal StaffPlan Plan(PersonId by, bool successor, DateTimeOffset now)
    {
        if (Person == by) return StaffPlan.OwnWork;
        if (!WorksAt(now)) return StaffPlan.WorkEnded;
        return successor ? StaffPlan.Goes : StaffRoles.WithoutSuccessor(Role);
    }
}
