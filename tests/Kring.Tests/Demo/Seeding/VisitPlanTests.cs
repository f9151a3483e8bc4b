using Kring.Demo.Script;
using Kring.Demo.Seeding;

namespace Kring.Tests.Demo.Seeding;

public sealed class VisitPlanTests
{
    /// <summary>The demo is written around the moment at which it is started: any hour of the day, any day of the week, at the turn of a month and when clocks change.</summary>
    [Fact]
    public void At_whatever_hour_the_demo_starts_several_people_looked_in_every_network_over_weeks()
    {
        var first = new DateTimeOffset(2026, 3, 27, 0, 10, 0, TimeSpan.Zero);
        foreach (var now in Enumerable.Range(0, 40).Select(n => first.AddHours(83 * n)))
        {
            var script = DemoWorld.Write(now);
            foreach (var network in script.Networks.Where(n => n.ClosedAt is null && n.OutOfCareSince is null && n.EnrolledAt < now.AddDays(-14)))
            {
                var looks = VisitPlan.Of(network, now).ToList();

                Assert.DoesNotContain(looks, look => look.At > now);
                Assert.True(looks.Select(look => look.PersonKey).Distinct().Count() > 1, $"{network.Key} at {now:u}: one person");
                Assert.True(looks.Max(look => look.At) - looks.Min(look => look.At) > TimeSpan.FromDays(7), $"{network.Key} at {now:u}: looks within a week");
            }
        }
    }
}
