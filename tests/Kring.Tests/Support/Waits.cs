namespace Kring.Tests.Support;

internal static class Waits
{
    /// <summary>Waits for a job to have done something; fails in words when it never does.</summary>
    /// <param name="within">For how long; half a minute unless told.</param>
    internal static async Task Until(string what, Func<Task<bool>> happened, TimeSpan? within = null)
    {
        for (var tries = 0; tries < (within ?? TimeSpan.FromSeconds(30)).TotalMilliseconds / 50; tries++)
        {
            if (await happened())
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new Xunit.Sdk.XunitException($"It never happened: {what}.");
    }
}
