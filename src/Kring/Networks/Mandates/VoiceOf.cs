using Kring.Access;
using Kring.Law;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Mandates;

/// <summary>Finds what somebody may say in a network today.</summary>
internal sealed class VoiceOf(LegalTermsBoard terms, TimeProvider time)
{
    /// <summary>The voice of whoever holds the grant.</summary>
    internal Task<Voice> Holder(Grant network, CareNetwork care, CancellationToken cancel) => Person(network, care, network.Person, cancel);

    /// <summary>The voices of everybody in a network, by one question.</summary>
    internal async Task<Func<PersonId, Voice>> All(Grant network, CareNetwork care, CancellationToken cancel)
    {
        var mandates = await network.Rows<Mandate>().AsNoTracking().ToListAsync(cancel);
        var born = network.Open(CareNetwork.BirthDateField, care.Id.Value, care.BirthDate);
        var (today, law) = (time.Moment().DutchDay(), await terms.Current(cancel));
        return person => Voices.Of(person, care.Recipient, born, person == care.Recipient ? [] : mandates, today, law);
    }

    internal async Task<Voice> Person(Grant network, CareNetwork care, PersonId person, CancellationToken cancel)
    {
        List<Mandate> mandates = person == care.Recipient ? [] : await network.Rows<Mandate>().AsNoTracking().Where(m => m.Person == person).ToListAsync(cancel);
        var born = network.Open(CareNetwork.BirthDateField, care.Id.Value, care.BirthDate);
        return Voices.Of(person, care.Recipient, born, mandates, time.Moment().DutchDay(), await terms.Current(cancel));
    }
}
