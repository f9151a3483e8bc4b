using Kring.Platform;

namespace Kring.Access;

/// <summary>A natural person known to Kring, with or without an account.</summary>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    /// <summary>The person's own profile compartment.</summary>
    public CompartmentRef Profile => new(CompartmentKind.Person, new CompartmentId(Value));

    public override string ToString() => Value.ToString();
}

/// <summary>An organisation that takes part in Kring.</summary>
public readonly record struct OrganisationId(Guid Value) : ITypedId<OrganisationId>
{
    public static OrganisationId From(Guid value) => new(value);

    /// <summary>The compartment with the organisation's staff and its privacy desk.</summary>
    public CompartmentRef Office => new(CompartmentKind.Organisation, new CompartmentId(Value));

    public override string ToString() => Value.ToString();
}

/// <summary>A signed-in session, or the moment of a job: the network access point of NEN 7513.</summary>
public readonly record struct SessionId(Guid Value) : ITypedId<SessionId>
{
    public static SessionId From(Guid value) => new(value);
}
