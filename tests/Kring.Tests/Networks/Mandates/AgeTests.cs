using Kring.Networks.Mandates;

namespace Kring.Tests.Networks.Mandates;

public sealed class AgeTests
{
    [Fact]
    public void Somebody_born_on_29_February_is_a_year_older_on_1_March_when_there_is_none()
    {
        var born = new DateOnly(2012, 2, 29);

        Assert.Equal(12, Age.On(born, new DateOnly(2025, 2, 28)));
        Assert.Equal(13, Age.On(born, new DateOnly(2025, 3, 1)));
        Assert.Equal(15, Age.On(born, new DateOnly(2028, 2, 28)));
        Assert.Equal(16, Age.On(born, new DateOnly(2028, 2, 29)));
    }

    [Fact]
    public void Every_birth_date_and_age_agree_on_the_day_it_is_reached()
    {
        for (var born = new DateOnly(2007, 12, 25); born < new DateOnly(2013, 1, 5); born = born.AddDays(1))
        {
            foreach (var years in (int[])[12, 16, 18])
            {
                var reached = Age.Reached(born, years);
                Assert.Equal(years, Age.On(born, reached));
                Assert.Equal(years - 1, Age.On(born, reached.AddDays(-1)));
            }
        }
    }
}
