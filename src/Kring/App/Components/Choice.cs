namespace Kring.App.Components;

/// <summary>One answer in a <c>RadioGroup</c>, <c>CheckboxGroup</c> or <c>SelectField</c>.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);
