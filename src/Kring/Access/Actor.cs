namespace Kring.Access;

/// <summary>Who asks. In which capacity is decided by the gate, from the relation with the compartment.</summary>
internal sealed record Actor(PersonId? Person, SessionId? Session, string? Job, Guid? Invitation = null)
{
    /// <summary>A person with a session.</summary>
    internal static Actor SignedIn(PersonId person, SessionId session) => new(person, session, null);

    /// <summary>A person who proves who they are outside a session: signing in, or holding a link sent to them.</summary>
    internal static Actor Arriving(PersonId person) => new(person, null, null);

    /// <summary>Somebody who holds the link of an invitation, signed in or not.</summary>
    internal static Actor Invited(Guid invitation, PersonId? person = null, SessionId? session = null) => new(person, session, null, invitation);

    /// <summary>The program itself, in a named task such as "notify".</summary>
    internal static Actor ForJob(string name) => new(null, null, name);
}

/// <summary>In which role somebody acts towards a compartment. Roles are the columns of the authorisation matrix.</summary>
public enum Role
{
    None,
    Self,
    CareRecipient,
    /// <summary>Speaks for the care recipient, within a mandate that covers care.</summary>
    Representative,
    /// <summary>Represents the care recipient in money and goods only (bewindvoerder): no say over care, nor over who takes part.</summary>
    FinancialRepresentative,
    InformalCarer,
    Professional,
    Coordinator,
    QualityNurse,
    FunctionalAdministrator,
    DataProtectionOfficer,
    Director,
    /// <summary>Somebody who reports something to an organisation's privacy desk.</summary>
    Reporter,
    /// <summary>Works for an organisation that takes part in a network, without taking part in it: may only break the glass.</summary>
    Colleague,
    /// <summary>Somebody who holds an invitation.</summary>
    Invitee,
    Job,
}
