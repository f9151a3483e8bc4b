namespace Kring.App.Components;

/// <summary>How much a button asks for attention. <c>Equal</c> is for answers that must weigh the same, such as yes and no.</summary>
public enum ButtonKind
{
    Primary,
    Secondary,
    Warning,
    Equal,
}

internal static class ButtonKinds
{
    public static string CssClass(this ButtonKind kind) => kind switch
    {
        ButtonKind.Secondary => "button button--secondary",
        ButtonKind.Warning => "button button--warning",
        ButtonKind.Equal => "button button--equal",
        _ => "button",
    };
}
