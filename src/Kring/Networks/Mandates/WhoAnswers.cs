using Kring.Access;
using Kring.Networks.Participation;
using Kring.People;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Mandates;

/// <summary>Who is left to answer a question of somebody: nobody answers their own.</summary>
public enum Answerers
{
    SomebodyElse,
    OnlyTheAsker,
    /// <summary>The care recipient decides, has no account to sign in with, and nobody else decides.</summary>
    RecipientHasNoAccount,
    /// <summary>The care recipient is under 16, and no parent or guardian with an account takes part.</summary>
    NobodyDecides,
}

/// <summary>Finds who can say yes in a network today: who decides, takes part, and has an account to do it with.</summary>
internal sealed class WhoAnswers(VoiceOf voices, PeopleAccess people)
{
    internal async Task<IReadOnlyList<PersonId>> In(Grant network, CareNetwork care, CancellationToken cancel)
    {
        var able = new List<PersonId>();
        foreach (var person in await network.Rows<NetworkMembership>().Where(m => (m.Capacity == Capacity.CareRecipient || m.Capacity == Capacity.Representative) && m.Until == null).Select(m => m.Person).ToListAsync(cancel))
        {
            if ((await voices.Person(network, care, person, cancel)).Decides && await people.HasAccount(person, cancel))
                able.Add(person);
        }

        return able;
    }

    internal async Task<Answerers> Besides(Grant network, CareNetwork care, PersonId asker, CancellationToken cancel)
    {
        var able = await In(network, care, cancel);
        if (able.Any(p => p != asker)) return Answerers.SomebodyElse;
        if (able.Count > 0) return Answerers.OnlyTheAsker;
        return (await voices.Person(network, care, care.Recipient, cancel)).Decides ? Answerers.RecipientHasNoAccount : Answerers.NobodyDecides;
    }
}
