namespace Kring.App.Components;

/// <summary>What is wrong with a form, in the order of its fields. The summary and the field show the same words.</summary>
public sealed class FormErrors
{
    private readonly List<FieldError> all = [];

    public IReadOnlyList<FieldError> All => all;

    public bool Any => all.Count > 0;

    public void Add(string fieldId, string message) => all.Add(new(fieldId, message));

    /// <summary>The first message for a field, or null.</summary>
    public string? For(string fieldId) => all.Find(error => error.FieldId == fieldId)?.Message;
}

/// <param name="FieldId">The id of the component the message belongs to; the summary links to it.</param>
public sealed record FieldError(string FieldId, string Message);
