using Microsoft.AspNetCore.Components;

namespace Kring.App.Components;

/// <summary>What every form field shares: a label above it, one short hint, and the message from <see cref="FormErrors"/>.</summary>
public abstract class Field : ComponentBase
{
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>The name it is posted under; the id when absent.</summary>
    [Parameter] public string? Name { get; set; }

    [Parameter] public string? Hint { get; set; }

    [Parameter] public FormErrors? Errors { get; set; }

    /// <summary>Adds "(optioneel)" to the label.</summary>
    [Parameter] public bool Optional { get; set; }

    /// <summary>Makes the label the page's h1: one question per page. Use it with <c>Page Heading="false"</c>.</summary>
    [Parameter] public bool AsHeading { get; set; }

    protected string FieldName => Name ?? Id;

    protected string? Error => Errors?.For(Id);

    protected string HintId => Id + "-hint";

    protected string ErrorId => Id + "-error";

    protected string FullLabel => Optional ? $"{Label} {AppTexts.Optional}" : Label;

    protected string GroupClass => Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";

    protected string? AriaRequired => Optional ? null : "true";

    protected string? AriaInvalid => Error is null ? null : "true";

    protected string? DescribedBy => Describe(null);

    protected string? Describe(string? alsoId)
    {
        string?[] ids = [Hint is null ? null : HintId, Error is null ? null : ErrorId, alsoId];
        var present = string.Join(' ', ids.Where(id => id is not null));
        return present.Length == 0 ? null : present;
    }
}
