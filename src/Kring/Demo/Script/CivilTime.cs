namespace Kring.Demo.Script;

internal static class CivilTime
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    internal static DateTimeOffset At(DateOnly date, int minute, int second = 0)
    {
        var local = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute).AddSeconds(second);
        return new DateTimeOffset(local, Amsterdam.GetUtcOffset(local));
    }

    internal static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Amsterdam);

    internal static DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The moment itself between 09:15 and 22:30, otherwise half past nine in the evening before it.</summary>
    internal static DateTimeOffset AwakeAtOrBefore(DateTimeOffset moment)
    {
        var local = Local(moment);
        var minute = (local.Hour * 60) + local.Minute;
        var date = DateOf(moment);
        return minute switch
        {
            < 555 => At(date.AddDays(-1), 1290),
            > 1350 => At(date, 1290),
            _ => local,
        };
    }
}
