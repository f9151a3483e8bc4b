namespace Kring.Law;

/// <summary>
/// A number that law, norm or policy sets: a period (ISO 8601, such as "PT168H" or "P1M"), an age in years, or a rule for days. Data with a date and a source, so that a change of law
/// is a new row and not a new program.
/// </summary>
internal sealed class LegalTerm
{
    public required string Key { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public DateOnly? EffectiveUntil { get; set; }

    public required string Value { get; set; }

    /// <summary>Where it is written: an article, a norm, a decision.</summary>
    public required string Source { get; set; }
}
