using System.Text.RegularExpressions;
using Kring.Access;
using Kring.Access.Register;
using Kring.App;

namespace Kring.Privacy.Traces;

/// <summary>On which ground data was used: the activity in the register behind a purpose, in plain words and with its articles.</summary>
/// <param name="Reason">"omdat de wet het vraagt".</param>
/// <param name="Activity">"Communicatie in het zorgnetwerk".</param>
/// <param name="Articles">"AVG artikel 6 lid 1 onder c".</param>
internal sealed record Ground(string Reason, string Activity, string Articles);

/// <summary>The grounds as the register has them now, for the platform and for organisations that decided otherwise.</summary>
internal sealed partial class Grounds(IEnumerable<ProcessingActivity> register)
{
    private readonly Dictionary<(OrganisationId, string), ProcessingActivity> _register = register.ToDictionary(a => (a.Organisation, a.Key));

    internal Ground Of(string purpose, OrganisationId? organisation)
    {
        var key = Modules.Purposes.FirstOrDefault(p => p.Key == purpose)?.Activity ?? "";
        var activity = _register.GetValueOrDefault((organisation ?? default, key)) ?? _register.GetValueOrDefault((default, key));
        return activity is null ? new Ground(DeedTexts.GroundUnknown, DeedTexts.GroundUnknown, "") : InWords(activity);
    }

    internal static Ground InWords(ProcessingActivity activity)
    {
        var reasons = Parts(activity.GroundArticle6).Select(part => TraceWords.Text($"ground.{part}")).OfType<string>().ToList();
        return new Ground(
            reasons.Count == 0 ? DeedTexts.GroundUnknown : string.Join(DeedTexts.GroundAnd, reasons),
            TraceWords.Text($"activity.{activity.Key}") ?? activity.Name,
            string.Join("; ", Parts(activity.GroundArticle6).Concat(Parts(activity.ExceptionArticle9)).Select(Cite)));
    }

    internal static IEnumerable<string> Parts(string? grounds)
        => grounds?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    // "6(1)(b)" is an article of the AVG, "UAVG 30(3)(a)" names its law itself.
    private static string Cite(string part)
        => Article().Match(part) is { Success: true } found
            ? DeedTexts.Article.Fill(found.Groups["law"].Value is { Length: > 0 } law ? law : "AVG", found.Groups["article"].Value, found.Groups["paragraph"].Value, found.Groups["letter"].Value)
            : part;

    [GeneratedRegex(@"^((?<law>[A-Za-z]+) )?(?<article>\d+)\((?<paragraph>\d+)\)\((?<letter>[a-z])\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Article();
}
