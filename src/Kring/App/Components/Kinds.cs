namespace Kring.App.Components;

/// <summary>A success notice takes the focus when the page opens.</summary>
public enum NoticeKind
{
    Info,
    Success,
    Warning,
}

/// <summary>The colour of a status; the text always says the same in words.</summary>
public enum StatusKind
{
    Neutral,
    Good,
    Waiting,
    Bad,
    Professional,
}
