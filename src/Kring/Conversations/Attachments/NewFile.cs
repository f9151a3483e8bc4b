using System.Security.Cryptography;
using Kring.App.Web.Uploads;

namespace Kring.Conversations.Attachments;

/// <summary>A file that somebody chose to send along.</summary>
/// <param name="Field">The field of the form it was chosen in.</param>
/// <param name="MustBePhoto">Whether that field asks for a photo; the other takes what Kring can send.</param>
/// <param name="TooLarge">It was too large to be kept: there are no bytes.</param>
internal sealed record NewFile(string Field, bool MustBePhoto, string FileName, ReadOnlyMemory<byte> Bytes, bool TooLarge, string? Description)
{
    /// <summary>How the fields of a composer are called: "foto1" with "omschrijving1" to "foto4", and "bestand".</summary>
    internal const string PhotoField = "foto", DescriptionField = "omschrijving", FileField = "bestand";

    internal string Source => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>The files of a form, in the order of its fields.</summary>
    internal static IReadOnlyList<NewFile> Of(IFormCollection form) =>
    [
        .. from file in form.Files.OfType<UploadedFile>()
           let photo = file.Name is "foto1" or "foto2" or "foto3" or "foto4"
           where photo || file.Name == FileField
           select new NewFile(file.Name, photo, file.FileName, file.Bytes, file.TooLarge, photo ? form[DescriptionField + file.Name[PhotoField.Length..]].ToString() : null),
    ];
}
