namespace Kring.Tests.Support;

internal static class Waits
{
    /// <summary>Waits for a job to have done something; fails in words when it never does.</summary>
    internal static async Task Until(string what, Func<Task<bool>> happened)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await happened())
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new Xunit.Sdk.XunitException($"It never happened: {what}.");
    }
}
