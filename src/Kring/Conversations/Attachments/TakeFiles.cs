using Kring.Access;
using Kring.Platform.Files;
using Kring.Platform.Limits;

namespace Kring.Conversations.Attachments;

internal enum FileRefusal
{
    Empty,
    PhotoTooLarge,
    FileTooLarge,
    /// <summary>More files than one message takes.</summary>
    TooMany,
    /// <summary>In a field for photos, something that is none.</summary>
    NotAPhoto,
    /// <summary>HEIC and alike.</summary>
    PhotoUnreadable,
    PhotoBroken,
    TooManyPixels,
    /// <summary>No PDF and no photo.</summary>
    KindNotTaken,
    DescriptionTooLong,
    /// <summary>Too many files from one account in an hour.</summary>
    TooOften,
    /// <summary>The virus scanner found something.</summary>
    Infected,
    /// <summary>The virus scanner does not answer: what was not looked at is not taken.</summary>
    NotScanned,
}

/// <summary>Why a file was not taken, and in which field it was chosen.</summary>
internal sealed record RefusedFile(string Field, FileRefusal Why, string FileName);

/// <summary>A file that may be kept: a photo made anew, or a PDF as it came.</summary>
internal sealed record TakenFile(AttachmentKind Kind, string? Name, string? Description, string Source, ReadOnlyMemory<byte> Content, byte[]? Thumbnail, int Width, int Height);

/// <summary>Looks at what somebody wants to send along, by its bytes alone, and makes photos anew.</summary>
internal sealed class TakeFiles(RemakeImage remake, ScanFile scan, TryCounters counters)
{
    internal const int LargestPhoto = 20 * FileSizes.Megabyte, LargestFile = 10 * FileSizes.Megabyte;

    /// <summary>Files from one account. Open when full: a photo of a wound is worth more than one too many.</summary>
    internal static readonly Limit FilesPerAccount = new("files-per-account", 120, TimeSpan.FromHours(1), WhenFull.Open);

    internal async Task<(IReadOnlyList<TakenFile> Files, RefusedFile? Refused)> Run(PersonId by, IReadOnlyList<NewFile> files, CancellationToken cancel)
    {
        if (files.Count > Attachment.MostPerMessage)
            return ([], Refuse(files[Attachment.MostPerMessage], FileRefusal.TooMany));
        var taken = new List<TakenFile>();
        foreach (var file in files)
        {
            if (counters.Count(FilesPerAccount, by.ToString()) is not null)
                return ([], Refuse(file, FileRefusal.TooOften));
            var (one, why) = await Take(file, cancel);
            if (one is null)
                return ([], Refuse(file, why));
            taken.Add(one);
        }

        return (taken, null);
    }

    private static RefusedFile Refuse(NewFile file, FileRefusal why) => new(file.Field, why, file.FileName);

    private async Task<(TakenFile? File, FileRefusal Why)> Take(NewFile file, CancellationToken cancel)
    {
        var kind = FileKinds.Of(file.Bytes.Span);
        var photo = file.MustBePhoto || kind.IsImage();
        if (file.TooLarge || file.Bytes.Length > (photo ? LargestPhoto : LargestFile))
            return (null, photo ? FileRefusal.PhotoTooLarge : FileRefusal.FileTooLarge);
        if (file.Bytes.IsEmpty)
            return (null, FileRefusal.Empty);
        if (Description(file) is { Length: > 0 } words && Messages.PlainText.Length(words) > Attachment.LongestDescription)
            return (null, FileRefusal.DescriptionTooLong);
        if (!photo && kind is not (FileKind.Pdf or FileKind.Heif))
            return (null, FileRefusal.KindNotTaken);
        return await scan.Run(file.Bytes, cancel) switch
        {
            ScanAnswer.Infected => (null, FileRefusal.Infected),
            ScanAnswer.NotScanned => (null, FileRefusal.NotScanned),
            ScanAnswer.Clean => kind == FileKind.Pdf && !photo ? (Pdf(file), default) : await Photo(file, cancel),
        };
    }

    private static TakenFile Pdf(NewFile file)
        => new(AttachmentKind.File, FileNames.Tidy(file.FileName, ".pdf", AttachmentTexts.Unnamed), null, file.Source, file.Bytes, null, 0, 0);

    private async Task<(TakenFile?, FileRefusal)> Photo(NewFile file, CancellationToken cancel) => await remake.Run(file.Bytes, cancel) switch
    {
        ({ } image, _) => (new TakenFile(AttachmentKind.Photo, null, Description(file), file.Source, image.Large, image.Small, image.Width, image.Height), default),
        (_, ImageFault.Heif) => (null, FileRefusal.PhotoUnreadable),
        (_, ImageFault.UnknownKind) => (null, FileRefusal.NotAPhoto),
        (_, ImageFault.TooManyPixels) => (null, FileRefusal.TooManyPixels),
        _ => (null, FileRefusal.PhotoBroken),
    };

    private static string? Description(NewFile file) => string.IsNullOrWhiteSpace(file.Description) ? null : Messages.PlainText.Excerpt(Messages.PlainText.Tidy(file.Description), int.MaxValue);
}
