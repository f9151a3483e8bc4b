using Kring.Access;
using Kring.Access.Log;
using Kring.App;

namespace Kring.Privacy.Traces;

/// <summary>
/// What an entry of the log says in plain words. The one table of them is DeedTexts: "thing.…" names what was used, "deed.…" and "try.…" say it better for one kind and one
/// operation. A kind without a name fails a test.
/// </summary>
internal static class TraceWords
{
    internal const string EmergencyAccess = "emergency-access", Conversation = "conversation", Thumbnail = "photo-thumbnail";

    /// <summary>"las berichten", "probeerde berichten te lezen, maar mocht dat niet".</summary>
    internal static string What(AccessEntry entry) => entry.Outcome switch
    {
        Outcome.Refused => DeedTexts.Refused.Fill(Form("try", entry)),
        Outcome.NothingChanged => Text($"same.{entry.ObjectType}.{entry.Operation}") ?? DeedTexts.NothingChanged.Fill(Form("try", entry)),
        _ => Form("deed", entry),
    };

    /// <summary>Whether something is named in the table.</summary>
    internal static bool Knows(string objectType) => Text($"thing.{objectType}") is not null;

    /// <summary>Why somebody was refused.</summary>
    internal static string WhyNot(AccessEntry entry) => Text($"refusal.{entry.Refusal}") ?? DeedTexts.RefusalUnknown;

    internal static string RoleName(Role role) => Text($"role.{role}") ?? role.ToString();

    internal static string? Text(string key) => DeedTexts.ResourceManager.GetString(key, System.Globalization.CultureInfo.CurrentUICulture);

    private static string Form(string form, AccessEntry entry)
        => Text($"{form}.{entry.ObjectType}.{entry.Operation}")
            ?? (Text($"{form}.{entry.Operation}") ?? DeedTexts.DeedUnknown).Fill(Text($"thing.{entry.ObjectType}") ?? DeedTexts.ThingUnknown);
}
