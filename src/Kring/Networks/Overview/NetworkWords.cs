using Kring.App;
using Kring.App.Components;
using Kring.App.Display;
using Kring.Networks.Participation;

namespace Kring.Networks.Overview;

/// <summary>The state of a network and somebody's part in it, in words.</summary>
internal static class NetworkWords
{
    internal static (StatusKind Kind, string Text) Status(CareState state, bool locked, DateTimeOffset locksAt, DateTimeOffset now) => state switch
    {
        CareState.Closed => (StatusKind.Neutral, NetworksTexts.StatusClosed),
        CareState.TemporarilyOutOfCare => (StatusKind.Waiting, NetworksTexts.StatusOutOfCare),
        CareState.InCare => locked ? (StatusKind.Neutral, NetworksTexts.StatusLocked) : (StatusKind.Good, NetworksTexts.StatusOpenUntil.Fill(locksAt.ShowDay(now))),
    };

    internal static string YouAre(Capacity capacity, string function) => capacity switch
    {
        Capacity.CareRecipient => NetworksTexts.YouAreRecipient,
        Capacity.Representative => NetworksTexts.YouAreRepresentative.Fill(function),
        Capacity.InformalCarer or Capacity.Professional => NetworksTexts.YouAre.Fill(function),
    };

    internal static string Unread(int count) => count switch
    {
        0 => NetworksTexts.UnreadNone,
        1 => NetworksTexts.UnreadOne,
        _ => NetworksTexts.UnreadMany.Fill(count),
    };

    internal static string Questions(int count) => count == 1 ? NetworksTexts.QuestionOne : NetworksTexts.QuestionMany.Fill(count);
}
