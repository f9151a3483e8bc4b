namespace Kring.Organisations.Staff;

/// <summary>Whether a functional administrator may change, end or shut out somebody's work.</summary>
public enum StaffPlan
{
    Goes,
    /// <summary>Nobody changes or ends their own role, or grants themselves rights.</summary>
    OwnWork,
    WorkEnded,
    /// <summary>Nobody would be left who gives people their roles.</summary>
    LastAdministrator,
    /// <summary>An organisation that keeps health data has a data protection officer (AVG art. 37(1)(c)), who is not sent away by who is watched (AVG art. 38(3)).</summary>
    LastOfficer,
    /// <summary>Another organisation would be left without an administrator or officer who can sign in: a block shuts the account out there too.</summary>
    LastElsewhere,
}
