using System.Globalization;
using Kring.Access;
using Kring.App.Components;
using Kring.Platform;

namespace Kring.Privacy.Traces;

/// <summary>The filter as it stands in the address: what was chosen and typed, kept as it is.</summary>
public sealed record TraceAsk(string? Who, string? Period, string? From, string? Until, string? Kind, string? Own, string? Before, string? Program = null)
{
    internal const string Jobs = "kring", Others = "anderen";
    internal const string Today = "vandaag", Week = "week", Month = "maand", Year = "jaar", Chosen = "zelf";
    internal const string OwnToo = "ja", ProgramToo = "ja";
    internal const string UntilField = "tot", FromField = "van";
    private static readonly string[] Written = ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy"];

    /// <summary>The same question without the place in the list, as a query: "?wie=…", or nothing at all.</summary>
    internal string Query => Text(null);

    /// <summary>The same question further down the list.</summary>
    internal string QueryBefore(TraceCursor place) => Text(place);

    internal bool IsAny => Query.Length == 0;

    internal bool ShowsOwn => Own == OwnToo;

    internal bool ShowsProgram => Program == ProgramToo;

    /// <summary>Nobody is chosen: what the reader and the program did is left out until it is asked for.</summary>
    internal bool OfAnybody => Subject().Which == TraceSubject.Sort.Anybody;

    /// <summary>The same question with what the program did as well.</summary>
    internal string QueryWithProgram => (this with { Program = ProgramToo }).Query;

    /// <summary>The same question with what the reader did as well.</summary>
    internal string QueryWithOwn => (this with { Own = OwnToo }).Query;

    /// <summary>Null when a date is wrong; the errors then say so. Choices that do not exist filter nothing.</summary>
    internal TraceFilter? Read(DateTimeOffset now, FormErrors errors)
    {
        var (from, until) = Span(now, errors);
        return errors.Any ? null : new TraceFilter(Subject(), KindOf(), from, until, ShowsOwn, ShowsProgram);
    }

    private (DateTimeOffset? From, DateTimeOffset? Until) Span(DateTimeOffset now, FormErrors errors)
    {
        var today = now.DutchDay();
        switch (Period)
        {
            case Today: return (today.StartInAmsterdam(), null);
            case Week: return (today.AddDays(-6).StartInAmsterdam(), null);
            case Month: return (today.AddMonths(-1).StartInAmsterdam(), null);
            case Year: return (today.AddYears(-1).StartInAmsterdam(), null);
        }

        var (first, last) = (Day(From, FromField, TraceTexts.FromWrong, errors), Day(Until, UntilField, TraceTexts.UntilWrong, errors));
        if (last < first)
            errors.Add(UntilField, TraceTexts.UntilBeforeFrom);
        return (first?.StartInAmsterdam(), last?.AddDays(1).StartInAmsterdam());
    }

    private static DateOnly? Day(string? typed, string field, string otherwise, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (DateOnly.TryParseExact(typed.Trim(), Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200)
            return day;
        errors.Add(field, otherwise);
        return null;
    }

    private TraceSubject Subject() => Who switch
    {
        Jobs => new(TraceSubject.Sort.Program),
        Others => new(TraceSubject.Sort.Others),
        _ => Guid.TryParse(Who, out var id) ? new(TraceSubject.Sort.OnePerson, new PersonId(id)) : default,
    };

    private TraceKind KindOf() => Kind switch
    {
        "gelezen" => TraceKind.Read,
        "veranderd" => TraceKind.Changed,
        "gedownload" => TraceKind.Downloaded,
        "geweigerd" => TraceKind.Refused,
        "nood" => TraceKind.Emergency,
        _ => TraceKind.Any,
    };

    private string Text(TraceCursor? place)
    {
        (string Name, string? Value)[] parts = [("wie", Who), ("periode", Period), (FromField, From), (UntilField, Until), ("soort", Kind), ("eigen", Own), ("automatisch", Program), ("voor", place?.ToString())];
        var query = string.Join('&', parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "" : "?" + query;
    }
}
