using Kring.App.Help;

namespace Kring.Organisations;

/// <summary>The data protection officers' shared addresses, by organisation.</summary>
internal sealed class OfficerContacts(OrganisationsAccess organisations) : IContacts
{
    public async Task<IReadOnlyList<Contact>> All(CancellationToken cancel)
        => [.. (await organisations.All(cancel)).Values.OrderBy(o => o.Name, StringComparer.CurrentCulture).Select(o => new Contact(o.Name, o.City, o.OfficerMail, o.OfficerPhone))];
}
