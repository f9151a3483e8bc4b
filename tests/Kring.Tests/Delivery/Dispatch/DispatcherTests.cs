using Kring.Delivery.Captured;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Delivery.Dispatch;

public sealed class DispatcherTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task A_notice_goes_out_at_once_and_once()
    {
        var (address, due) = await Waiting.Add(app);

        var captured = await Arrived(address);

        Assert.Equal("Er staat een nieuw bericht voor u klaar", captured.Subject);
        Assert.Equal($"/m/{due.Id.Value:N}", Assert.Single(captured.Links).AbsolutePath);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Single(Post.NewestFirst, c => c.To == address);
    }

    private CapturedPost Post => app.Services.GetRequiredService<CapturedPost>();

    private async Task<CapturedNotice> Arrived(string address)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (Post.NewestFirst.FirstOrDefault(c => c.To == address) is { } there)
                return there;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Nothing arrived at {address}.");
    }
}
