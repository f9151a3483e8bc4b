using Kring.Platform.Limits;

namespace Kring.Conversations.Searches;

internal static class SearchLimits
{
    /// <summary>Searches of one account, "search further" included: each opens up to <see cref="SearchMessages.MostOpened"/> messages. Open when full: what is found could be read anyway.</summary>
    internal static readonly Limit PerAccount = new("search-per-account", 60, TimeSpan.FromMinutes(5), WhenFull.Open);
}
