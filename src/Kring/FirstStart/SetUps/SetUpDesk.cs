using System.Security.Cryptography;
using System.Text;
using Kring.FirstStart.NewOrganisations;
using Kring.Organisations;
using Kring.Platform;

namespace Kring.FirstStart.SetUps;

/// <summary>
/// Whether this Kring must still be set up, and by whom: whoever reads the console, which shows a code, so that nobody else on the network takes over a fresh Kring.
/// The code is of this process and is worth nothing once there is an organisation.
/// </summary>
internal sealed class SetUpDesk(IServiceScopeFactory scopes, TimeProvider time, bool asksSetUp)
{
    internal const string Path = "/inrichten";
    internal const string FormPath = "/inrichten/gegevens";
    internal const string DonePath = "/inrichten/klaar";
    private static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(30);
    private readonly string _browser = Secrets.Words(6);
    private volatile bool _done = !asksSetUp;
    private (IReadOnlyList<FirstAccount> Accounts, DateTimeOffset Until)? _finished;

    internal string Code { get; } = Secrets.Words(3);

    internal async Task<bool> IsOpen(CancellationToken cancel)
    {
        if (_done)
            return false;
        await using var scope = scopes.CreateAsyncScope();
        return !(_done = await scope.ServiceProvider.GetRequiredService<OrganisationsAccess>().Any(cancel));
    }

    /// <returns>What the browser of whoever typed the right code keeps; null for a wrong code.</returns>
    internal string? Unlock(string? code) => Same(Code, Secrets.Tidy(code)) ? _browser : null;

    internal bool IsUnlocked(string? browser) => Same(_browser, browser);

    /// <summary>Keeps what must be read once, in memory only, for half an hour.</summary>
    internal void Finish(IReadOnlyList<FirstAccount> accounts)
    {
        _finished = (accounts, time.Moment() + ShownFor);
        _done = true;
    }

    internal IReadOnlyList<FirstAccount>? Finished() => _finished is { } finished && time.Moment() < finished.Until ? finished.Accounts : null;

    private static bool Same(string secret, string? typed)
        => typed is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(typed));
}
