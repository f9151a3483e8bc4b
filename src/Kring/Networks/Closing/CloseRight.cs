using Kring.Access;
using Kring.Networks.Mandates;

namespace Kring.Networks.Closing;

/// <summary>Whether somebody may close a network.</summary>
internal enum CloseRight
{
    MayClose,
    /// <summary>Neither the coordinator, nor the care recipient, nor somebody who decides for them.</summary>
    NotTheirs,
    AlreadyClosed,
}

internal static class CloseRights
{
    internal static CloseRight RightToClose(this CareNetwork network, Role role, Voice voice)
    {
        if (network.State == CareState.Closed) return CloseRight.AlreadyClosed;
        return role == Role.Coordinator || voice.Decides ? CloseRight.MayClose : CloseRight.NotTheirs;
    }

    internal static string Sentence(this CloseRight right) => right switch
    {
        CloseRight.MayClose => ClosingTexts.RightMayClose,
        CloseRight.NotTheirs => ClosingTexts.RightNotTheirs,
        CloseRight.AlreadyClosed => ClosingTexts.RightAlreadyClosed,
    };
}
