using Kring.Demo.Seeding;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Demo.Seeding;

public sealed class OtherDataTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task The_demo_does_not_mix_with_data_that_is_not_the_demo()
    {
        await new World(app).Organisation("Thuiszorg De Wilg");

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => app.Services.GetRequiredService<SeedDemo>().Run(TestContext.Current.CancellationToken));

        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
    }
}
