using Kring.App.Help;

namespace Kring.Privacy.Statements;

/// <summary>The name of an audience in addresses and file names, and of its text.</summary>
internal static class StatementAudiences
{
    internal static IReadOnlyList<StatementAudience> All { get; } = Enum.GetValues<StatementAudience>();

    internal static string Word(this StatementAudience audience) => audience switch
    {
        StatementAudience.CareRecipients => "zorgontvanger",
        StatementAudience.Relations => "naaste",
        StatementAudience.Professionals => "professional",
    };

    internal static StatementAudience? Parse(string? word) => All.Where(a => a.Word() == word).Select(a => (StatementAudience?)a).FirstOrDefault();

    internal static (string Dutch, string English) TextOf(StatementAudience audience)
        => (EmbeddedText.Read("Privacy/Statements/Texts", audience.Word(), "nl").ReplaceLineEndings("\n"), EmbeddedText.Read("Privacy/Statements/Texts", audience.Word(), "en").ReplaceLineEndings("\n"));

    internal static string Text(this PrivacyStatement statement) => EmbeddedText.Language == "en" ? statement.EnglishText : statement.DutchText;
}
