using System.Globalization;
using Kring.Conversations.Notices;
using Kring.Platform;

namespace Kring.Tests.Conversations.Notices;

public sealed class NoticeTimesTests
{
    [Theory]
    [InlineData(NoticeMode.AtOnce, "2026-11-23 14:05", "2026-11-23 14:05")]
    [InlineData(NoticeMode.AtOnce, "2026-11-23 22:00", "2026-11-24 07:00")]
    [InlineData(NoticeMode.AtOnce, "2026-11-23 06:59", "2026-11-23 07:00")]
    [InlineData(NoticeMode.AtOnce, "2026-11-23 07:00", "2026-11-23 07:00")]
    [InlineData(NoticeMode.Daily, "2026-11-23 16:59", "2026-11-23 17:00")]
    [InlineData(NoticeMode.Daily, "2026-11-23 17:00", "2026-11-24 17:00")]
    [InlineData(NoticeMode.AtOnce, "2026-10-24 23:30", "2026-10-25 07:00")]
    public void A_notice_goes_out_when_its_receiver_wants_it(NoticeMode mode, string now, string goes)
        => Assert.Equal(Dutch(goes), NoticeTimes.Next(mode, NoticeTimes.QuietFrom, NoticeTimes.QuietUntil, Dutch(now)));

    [Theory]
    [InlineData("16:00", "18:00", "2026-11-23 10:00", "2026-11-23 18:00")]
    [InlineData("12:00", "12:00", "2026-11-23 10:00", "2026-11-23 17:00")]
    public void Quiet_hours_hold_for_the_digest_too(string from, string until, string now, string goes)
        => Assert.Equal(Dutch(goes), NoticeTimes.Next(NoticeMode.Daily, TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(until, CultureInfo.InvariantCulture), Dutch(now)));

    private static DateTimeOffset Dutch(string clock)
    {
        var local = DateTime.Parse(clock, CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, Instants.Amsterdam.GetUtcOffset(local)).ToUniversalTime();
    }
}
