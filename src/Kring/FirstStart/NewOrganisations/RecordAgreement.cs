using Kring.Access;
using Kring.Organisations;

namespace Kring.FirstStart.NewOrganisations;

/// <summary>How recording an agreement ended.</summary>
internal enum AgreementOutcome
{
    /// <summary>A new one took the place of those before it.</summary>
    Renewed,
    /// <summary>The last day of one that was known is another now.</summary>
    EndChanged,
    NoSuchOrganisation,
    /// <summary>One was signed later than this.</summary>
    NotTheNewest,
    NothingChanged,
}

/// <summary>
/// Records that an organisation signed anew, or until when its agreement holds. Which one it is follows from day and reference: known ones are ended, others are new. Without an
/// agreement that is valid today an organisation takes no part (promise K8).
/// </summary>
internal sealed class RecordAgreement(Door door, OrganisationsAccess organisations)
{
    /// <param name="kind">Null takes over the kind of the one before.</param>
    internal async Task<AgreementOutcome> Run(string organisation, AgreementKind? kind, DateOnly signedOn, DateOnly? validUntil, string reference, CancellationToken cancel)
    {
        var known = (await organisations.All(cancel)).Values.FirstOrDefault(o => string.Equals(o.Name, organisation, StringComparison.OrdinalIgnoreCase) || o.Id.ToString() == organisation);
        if (known is null)
            return AgreementOutcome.NoSuchOrganisation;
        var agreements = await organisations.AgreementsOf(known.Id, cancel);
        var outcome = AgreementOutcome.EndChanged;
        if (agreements.FirstOrDefault(a => a.SignedOn == signedOn && a.DocumentReference == reference) is { } same)
        {
            if (same.ValidUntil == validUntil)
                return AgreementOutcome.NothingChanged;
            same.ValidUntil = validUntil;
        }
        else if (agreements.Any(a => a.SignedOn > signedOn))
            return AgreementOutcome.NotTheNewest;
        else
        {
            foreach (var earlier in agreements)
                earlier.GiveWayTo(signedOn);
            organisations.Add(organisations.NewAgreement(known.Id, kind ?? agreements[^1].Kind, signedOn, validUntil, reference));
            outcome = AgreementOutcome.Renewed;
        }

        // Not about a person, and yet logged: it decides who may take part.
        await door.Enter(AddOrganisation.Making(AdmitOrganisation.Operator, known.Id.Office, new LoggedObject("organisation")), cancel);
        return await door.Commit(cancel) ? outcome : AgreementOutcome.NothingChanged;
    }
}
