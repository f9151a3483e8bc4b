using Kring.App;
using Kring.App.Display;
using Kring.App.Web.Uploads;
using Kring.Platform.Files;

namespace Kring.Conversations.Attachments;

/// <summary>Attachments in words.</summary>
internal static class AttachmentWords
{
    /// <summary>What a photo is called for whoever does not see it.</summary>
    internal static string Alt(AttachmentShown photo, string? author, DateTimeOffset at, DateTimeOffset now) => photo.Description ?? Title(author, at, now);

    /// <param name="author">Null for whoever looks.</param>
    internal static string Title(string? author, DateTimeOffset at, DateTimeOffset now) => author is null ? AttachmentTexts.OwnPhoto.Fill(at.Show(now)) : AttachmentTexts.PhotoOf.Fill(author, at.Show(now));

    /// <summary>"Foto", "2 foto's", "bestand.pdf": for a quote of a message without words.</summary>
    internal static string InShort(IReadOnlyList<AttachmentShown> attachments) => attachments switch
    {
        [{ Kind: AttachmentKind.File, Name: var name }] => AttachmentTexts.FileNamed.Fill(name),
        [_] => AttachmentTexts.Photo,
        _ when attachments.All(a => a.Kind == AttachmentKind.Photo) => AttachmentTexts.Photos.Fill(attachments.Count),
        _ => AttachmentTexts.Attachments.Fill(attachments.Count),
    };

    internal static string Explain(RefusedFile file) => file.Why switch
    {
        FileRefusal.Empty => AttachmentTexts.Empty,
        FileRefusal.PhotoTooLarge => AttachmentTexts.PhotoTooLarge.Fill(FileSizes.Show(TakeFiles.LargestPhoto), FileSizes.Show(UploadForm.MostKept)),
        FileRefusal.FileTooLarge => AttachmentTexts.FileTooLarge.Fill(FileSizes.Show(TakeFiles.LargestFile), FileSizes.Show(UploadForm.MostKept)),
        FileRefusal.TooMany => AttachmentTexts.TooMany.Fill(Attachment.MostPerMessage),
        FileRefusal.NotAPhoto => AttachmentTexts.NotAPhoto,
        FileRefusal.PhotoUnreadable => AttachmentTexts.PhotoUnreadable,
        FileRefusal.PhotoBroken => AttachmentTexts.PhotoBroken,
        FileRefusal.TooManyPixels => AttachmentTexts.TooManyPixels,
        FileRefusal.KindNotTaken => AttachmentTexts.KindNotTaken,
        FileRefusal.DescriptionTooLong => AttachmentTexts.DescriptionTooLong.Fill(Attachment.LongestDescription),
        FileRefusal.TooOften => AttachmentTexts.TooOften,
        FileRefusal.Infected => AttachmentTexts.Infected,
        FileRefusal.NotScanned => AttachmentTexts.NotScanned,
    };

    /// <summary>The field that the words stand beside.</summary>
    internal static string FieldOf(RefusedFile file) => file.Why == FileRefusal.DescriptionTooLong ? file.Field.Replace(NewFile.PhotoField, NewFile.DescriptionField, StringComparison.Ordinal) : file.Field;
}
