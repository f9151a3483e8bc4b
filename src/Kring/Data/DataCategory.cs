namespace Kring.Data;

/// <summary>What kind of personal data a column holds.</summary>
public enum DataCategory
{
    /// <summary>Ids that point at a person.</summary>
    Pseudonym,
    /// <summary>Name, date of birth.</summary>
    Identity,
    /// <summary>Mail address, telephone number.</summary>
    Contact,
    /// <summary>Password hash, device key, session: what proves who somebody is.</summary>
    Credential,
    /// <summary>Being in a network, in which capacity and since when: reveals that somebody receives care (AVG art. 9).</summary>
    Relation,
    /// <summary>What is said about somebody's health and care (AVG art. 9).</summary>
    CareContent,
    /// <summary>Consents, mandates and their grounds.</summary>
    Consent,
    /// <summary>Work: function, role, organisation.</summary>
    Employment,
    /// <summary>Who did what when.</summary>
    Usage,
    /// <summary>Settings somebody chose for themselves.</summary>
    Preference,
}

/// <summary>Whose data a column holds.</summary>
public enum Whose
{
    CareRecipient,
    Participant,
    Staff,
    Anyone,
}
