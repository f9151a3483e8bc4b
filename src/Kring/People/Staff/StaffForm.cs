using Kring.App;
using Kring.App.Components;
using Kring.Organisations.Staff;

namespace Kring.People.Staff;

/// <summary>What is asked of somebody's work, as it was typed.</summary>
internal static class StaffForm
{
    internal const int LongestName = 100;

    /// <summary>Text without doubled spaces; an error when it is missing or too long.</summary>
    internal static string Text(string? typed, string field, int longest, string missing, FormErrors errors)
    {
        var text = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length == 0 || text.Any(char.IsControl)) errors.Add(field, missing);
        else if (text.Length > longest) errors.Add(field, StaffTexts.TooLong.Fill(longest));
        return text;
    }

    internal static Access.Role? Role(string? chosen, FormErrors errors)
    {
        var role = StaffRoles.Read(chosen);
        if (role is null) errors.Add("rol", StaffTexts.RoleMissing);
        return role;
    }
}
