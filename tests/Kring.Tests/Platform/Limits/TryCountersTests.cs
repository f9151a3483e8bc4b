using System.Net;
using Kring.Platform.Limits;
using Kring.Tests.Support;

namespace Kring.Tests.Platform.Limits;

public sealed class TryCountersTests
{
    private static readonly Limit Three = new("three", 3, TimeSpan.FromMinutes(1), WhenFull.Closed);

    [Fact]
    public void Tries_in_parallel_count_one_by_one()
    {
        var counters = new TryCounters(new TestClock());

        var passed = 0;
        Parallel.For(0, 100, _ => Interlocked.Add(ref passed, counters.Count(Three, "a") is null ? 1 : 0));

        Assert.Equal(3, passed);
        Assert.Null(counters.Count(Three, "b"));
    }

    [Fact]
    public void A_window_ends_and_a_key_can_be_forgotten()
    {
        var clock = new TestClock();
        var counters = new TryCounters(clock);
        for (var i = 0; i < 3; i++)
            counters.Count(Three, "a");
        Assert.NotNull(counters.Count(Three, "a"));

        counters.Forget(Three, "a");
        Assert.Null(counters.Count(Three, "a"));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(counters.Count(Three, "a"));
    }

    [Fact]
    public void A_full_table_opens_or_shuts_as_the_limit_says_until_windows_end()
    {
        var clock = new TestClock();
        var counters = new TryCounters(clock);
        for (var i = 0; i < TryCounters.MostKeys; i++)
            counters.Count(Three, $"{i}");

        Assert.NotNull(counters.Count(Three, "new"));
        Assert.Null(counters.Count(Three with { Name = "open", WhenFull = WhenFull.Open }, "new"));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(counters.Count(Three, "new"));
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.200", true)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.9", true)]
    [InlineData("192.0.2.7", "192.0.3.7", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Addresses_of_one_range_count_together(string one, string other, bool together)
        => Assert.Equal(together, AddressRange.Of(IPAddress.Parse(one)) == AddressRange.Of(IPAddress.Parse(other)));
}
