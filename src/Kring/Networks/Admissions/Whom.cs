using Kring.App;

namespace Kring.Networks.Admissions;

/// <summary>Somebody in the words of the question: "Ineke Bos, huisarts bij Praktijk Zuid".</summary>
internal static class Whom
{
    internal static string Described(string name, string function, string? organisation)
        => organisation is null ? AdmissionsTexts.WhomRelative.Fill(name, function) : AdmissionsTexts.WhomProfessional.Fill(name, function, organisation);

    /// <summary>"huisarts bij Praktijk Zuid".</summary>
    internal static string About(string function, string? organisation) => organisation is null ? function : AdmissionsTexts.FunctionAt.Fill(function, organisation);
}
