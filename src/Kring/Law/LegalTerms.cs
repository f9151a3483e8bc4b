using System.Globalization;
using Kring.Platform;
using NodaTime;
using NodaTime.Text;

namespace Kring.Law;

/// <summary>The terms in force, by key and day. A period counts on the Dutch calendar: a month from 31 January ends on the last day of February.</summary>
internal sealed class LegalTerms(IReadOnlyCollection<LegalTerm> terms)
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>The instant at which a period that starts at an instant is over.</summary>
    /// <exception cref="InvalidOperationException">No such term is in force on that day.</exception>
    internal DateTimeOffset EndOf(string key, DateTimeOffset start)
    {
        var period = PeriodPattern.NormalizingIso.Parse(Value(key, start.DutchDay())).GetValueOrThrow();
        var began = Instant.FromDateTimeOffset(start);
        if (!period.HasDateComponent)
            return began.Plus(period.ToDuration()).ToDateTimeOffset();
        var ends = began.InZone(Amsterdam).LocalDateTime.Plus(period);
        return ends.InZoneLeniently(Amsterdam).ToInstant().ToDateTimeOffset();
    }

    /// <summary>
    /// The last day of a period in days, months or years that an event begins (Regulation 1182/71 art. 3): the day of the event does not count, the same date closes it or else the last day of
    /// the month, and it goes on to the next working day when that is a Saturday, a Sunday or a holiday.
    /// </summary>
    internal DateOnly LastDayOf(string key, DateOnly happened)
    {
        var period = PeriodPattern.NormalizingIso.Parse(Value(key, happened)).GetValueOrThrow();
        return new Holidays(Value(LegalTermKeys.Holidays, happened)).WorkingDayFrom(LocalDate.FromDateOnly(happened).Plus(period).ToDateOnly());
    }

    /// <summary>The instant from which a period is over at an instant: what ended before it is past its retention.</summary>
    internal DateTimeOffset StartOf(string key, DateTimeOffset end)
    {
        var period = PeriodPattern.NormalizingIso.Parse(Value(key, end.DutchDay())).GetValueOrThrow();
        var ended = Instant.FromDateTimeOffset(end);
        return period.HasDateComponent
            ? ended.InZone(Amsterdam).LocalDateTime.Minus(period).InZoneLeniently(Amsterdam).ToInstant().ToDateTimeOffset()
            : ended.Minus(period.ToDuration()).ToDateTimeOffset();
    }

    /// <summary>An age in whole years.</summary>
    internal int Years(string key, DateOnly day) => int.Parse(Value(key, day), CultureInfo.InvariantCulture);

    private string Value(string key, DateOnly day)
        => terms.Where(t => t.Key == key && t.EffectiveFrom <= day && (t.EffectiveUntil is null || day < t.EffectiveUntil)).MaxBy(t => t.EffectiveFrom)?.Value
            ?? throw new InvalidOperationException($"No legal term '{key}' is in force on {day:O}.");
}
