using System.Globalization;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Invitations;
using Kring.Platform;

namespace Kring.Networks.Enrolment;

/// <summary>
/// By what a care recipient is recognised, so that the lock follows them into a network that is started anew: name and date of birth in the forms they are typed in, and where the
/// recipient is reached. One mark in common is enough. Twins whose first names differ have none in common.
/// </summary>
internal static class RecipientMarks
{
    // "Any" stands for what the other does not say: "A. de Vries" may be any A. there, a full name only an A. that says no more.
    private const string Any = "*", None = "-";

    /// <summary>The marks that a network keeps of its recipient.</summary>
    internal static IReadOnlySet<string> Kept(string name, DateOnly birthDate, InvitationAddress? reach)
    {
        var forms = NameForms.Of(name);
        return Marks(birthDate, reach, Pairs(
            forms.Families.Count == 0 ? [None] : [.. forms.Families, Any],
            forms switch
            {
                { Initial: null } => [None],
                { Given: null, Initial: { } initial } => [None + initial, Any],
                { Given: { } given, Initial: { } initial } => [given, Any + initial, Any],
            }));
    }

    /// <summary>The marks that tell whether an earlier network is of this recipient.</summary>
    internal static IReadOnlySet<string> Sought(string name, DateOnly birthDate, InvitationAddress? reach)
        => Marks(birthDate, reach, SoughtPairs(NameForms.Of(name)).Concat(Swapped(name) is { } swapped ? SoughtPairs(NameForms.Of(swapped)) : []));

    internal static LookupIndex OfMark(this LookupIndexes indexes, string mark) => indexes.OfSecret("recipient-mark", mark);

    private static IEnumerable<string> SoughtPairs(NameForms forms) => Pairs(
        forms.Families.Count == 0 ? [None, Any] : [.. forms.Families, None],
        forms switch
        {
            { Initial: null } => [None, Any],
            { Given: null, Initial: { } initial } => [None + initial, Any + initial, None],
            { Given: { } given, Initial: { } initial } => [given, None + initial, None],
        });

    // "Bos Annie": the family name came first.
    private static string? Swapped(string name)
        => name.Contains(',', StringComparison.Ordinal) || name.LastIndexOf(' ') is not (> 0 and var space) ? null : $"{name[(space + 1)..]} {name[..space]}";

    private static IEnumerable<string> Pairs(IReadOnlyList<string> families, IReadOnlyList<string> givens) => families.SelectMany(family => givens.Select(given => $"{family}|{given}"));

    // Day and month are easily typed the wrong way round.
    private static HashSet<string> Marks(DateOnly born, InvitationAddress? reach, IEnumerable<string> pairs)
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"{born.Year}-{Math.Min(born.Month, born.Day)}-{Math.Max(born.Month, born.Day)}");
        var marks = pairs.Select(pair => $"{day}|{pair}").ToHashSet(StringComparer.Ordinal);
        if (reach is not null)
            marks.Add($"{reach.Channel}|{reach.Value.ToLowerInvariant().Normal()}");
        return marks;
    }
}
