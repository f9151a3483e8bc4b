using Kring.Access;
using Kring.Delivery;
using Kring.Delivery.Dispatch;
using Kring.Organisations;
using Kring.People;

namespace Kring.FirstStart.NewOrganisations;

/// <summary>How admitting an organisation ended.</summary>
internal enum AdmitOutcome
{
    Admitted,
    /// <summary>The first organisation is made in the browser, with its data protection officer and its coordinator.</summary>
    NotSetUp,
    NameTaken,
    /// <summary>The administrator's address has an account already.</summary>
    AddressTaken,
}

/// <summary>Lets another organisation take part, in the name of the platform's operator, who has seen its signed agreement (promise K8).</summary>
internal sealed class AdmitOrganisation(AddOrganisation add, OrganisationsAccess organisations, PeopleAccess people, Postmen postmen)
{
    internal static readonly Actor Operator = Actor.ForJob("operator");

    /// <returns>And the path of the administrator's link when no mail brings it.</returns>
    internal async Task<(AdmitOutcome Outcome, string? Link)> Run(NewOrganisation wanted, CancellationToken cancel)
    {
        var known = await organisations.All(cancel);
        if (known.Count == 0)
            return (AdmitOutcome.NotSetUp, null);
        if (known.Values.Any(o => string.Equals(o.Name, wanted.Name, StringComparison.OrdinalIgnoreCase)))
            return (AdmitOutcome.NameTaken, null);
        if (await people.AccountOf(wanted.People[0].Mail, cancel) is not null)
            return (AdmitOutcome.AddressTaken, null);
        var byMail = postmen.Channels.Contains(DeliveryChannel.Mail);
        return await add.Run(Operator, wanted, new Telling("nl", byMail), cancel) is { } accounts
            ? (AdmitOutcome.Admitted, byMail ? null : accounts[0].Link)
            : (AdmitOutcome.AddressTaken, null);
    }
}
