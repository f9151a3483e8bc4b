using Kring.Access;
using Kring.Law;

namespace Kring.Networks.Mandates;

/// <summary>
/// Who speaks for the care of a recipient (UAVG art. 5; BW 7:450(2) and 7:465). Ages and mandates switch at midnight in the Netherlands: the caller gives the Dutch day.
/// </summary>
internal static class Voices
{
    /// <param name="mandates">The mandates that person has for this recipient, whatever their state.</param>
    internal static Voice Of(PersonId person, PersonId recipient, DateOnly born, IEnumerable<Mandate> mandates, DateOnly today, LegalTerms law)
    {
        var age = Age.On(born, today);
        var decides = age >= law.Years(LegalTermKeys.AgeOfOwnConsent, today);
        if (person == recipient)
            return new Voice(decides ? CareVoice.Own : age >= law.Years(LegalTermKeys.AgeOfOwnCareVoice, today) ? CareVoice.Youth : CareVoice.TooYoung);
        return mandates.Where(m => m.Person == person).Select(m => new Voice(Through(m, decides, today), m))
            .OrderBy(v => v.Kind).FirstOrDefault(new Voice(CareVoice.None));
    }

    /// <summary>
    /// Whether what the care recipient read themselves stays with them. From 12 on a child has a voice of its own (UAVG art. 5; BW 7:450): a parent sees who looked in the data, and not
    /// each step of the child in its own network.
    /// </summary>
    internal static bool KeepsOwnReadings(Voice reader, Voice recipient)
        => reader.Kind is CareVoice.Parent or CareVoice.HasRegainedOwnVoice && recipient.Kind is CareVoice.Youth or CareVoice.Own;

    private static CareVoice Through(Mandate mandate, bool recipientDecides, DateOnly today)
    {
        if (!mandate.CoversCare) return CareVoice.MandateNotForCare;
        if (mandate.EndedAt is not null || mandate.Until < today) return CareVoice.MandateExpired;
        if (mandate.From > today) return CareVoice.MandateNotYet;
        if (mandate.Kind.IsForMinors()) return recipientDecides ? CareVoice.HasRegainedOwnVoice : CareVoice.Parent;
        return recipientDecides ? CareVoice.Mandated : CareVoice.NotForAMinor;
    }
}

internal static class Age
{
    /// <summary>Whole years on a day. Somebody born on 29 February turns a year older on 1 March in the years without one.</summary>
    internal static int On(DateOnly born, DateOnly day)
        => day.Year - born.Year - ((day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);

    /// <summary>The first day on which somebody has an age.</summary>
    internal static DateOnly Reached(DateOnly born, int years)
        => born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(born.Year + years) ? new DateOnly(born.Year + years, 3, 1) : born.AddYears(years);
}
