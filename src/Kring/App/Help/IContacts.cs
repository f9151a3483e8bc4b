namespace Kring.App.Help;

/// <summary>Where somebody can ask about their privacy: an organisation's data protection officer.</summary>
public sealed record Contact(string Organisation, string City, string OfficerMail, string? OfficerPhone);

/// <summary>The organisations that take part, for the pages that say whom to ask.</summary>
internal interface IContacts
{
    Task<IReadOnlyList<Contact>> All(CancellationToken cancel);
}
