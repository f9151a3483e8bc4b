using Kring.Access;
using Kring.Access.Keys;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access.Keys;

public sealed class KeyringTests(KringApp app) : IClassFixture<KringApp>
{
    private Keyring Keys => app.Services.GetRequiredService<Keyring>();

    [Fact]
    public async Task Keys_leave_the_memory_after_five_minutes()
    {
        await Keys.MakeFor(new CompartmentId(Guid.CreateVersion7()), default);
        Assert.NotEqual(0, Keys.Kept);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Keys.Sweep();
        Assert.Equal(0, Keys.Kept);
    }

    [Fact]
    public async Task A_compartment_is_founded_once_and_its_key_is_handed_to_nobody_who_founds_it_again()
    {
        var compartment = new CompartmentId(Guid.CreateVersion7());
        await Keys.MakeFor(compartment, default);
        await Assert.ThrowsAsync<DbUpdateException>(() => Keys.MakeFor(compartment, default));
    }
}
