using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Kring.App.Web.Uploads;

/// <summary>
/// Reads a form with files into memory, and never into a temporary file as ASP.NET would: what is uploaded is not sealed yet. A file that is too large is read to its end and dropped,
/// so that the text beside it is not lost.
/// </summary>
internal sealed class UploadForm(HttpRequest request) : IFormFeature
{
    /// <summary>All files of one form together, in bytes.</summary>
    internal const int MostKept = 32 * Platform.Files.FileSizes.Megabyte;

    private const int MostFields = 64, LongestField = 256 * 1024, LongestBoundary = 100, MostFiles = 16, Piece = 64 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private int _kept;

    public bool HasFormContentType => true;

    public IFormCollection? Form { get; set; }

    public IFormCollection ReadForm() => Form ?? throw new InvalidOperationException("A form with files is read asynchronously.");

    /// <exception cref="InvalidDataException">It is no form.</exception>
    /// <exception cref="BadHttpRequestException">It is larger, or takes longer, than any form may.</exception>
    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
    {
        if (Form is { } read)
            return read;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            return Form = await Read(new MultipartReader(Boundary(), request.Body), limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The form took too long.", StatusCodes.Status408RequestTimeout, late);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            throw new InvalidDataException("The form ends before its end.", broken);
        }
    }

    /// <summary>The answer is made: its fields stay, for an error page that may follow, and its files need not.</summary>
    internal void DropFiles() => Form = Form is { } read ? new FormCollection(read.ToDictionary(f => f.Key, f => f.Value, StringComparer.OrdinalIgnoreCase)) : null;

    private string Boundary()
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        return boundary is { Length: > 0 and <= LongestBoundary } ? boundary : throw new InvalidDataException("The form has no boundary.");
    }

    private async Task<FormCollection> Read(MultipartReader reader, CancellationToken cancel)
    {
        var fields = new KeyValueAccumulator();
        var files = new FormFileCollection();
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part))
                continue;
            var name = HeaderUtilities.RemoveQuotes(part.Name).Value ?? "";
            if (part.FileName.HasValue || part.FileNameStar.HasValue)
                await AddFile(files, section, name, FileName(part), cancel);
            else
                fields.Append(name, Encoding.UTF8.GetString((await Keep(section.Body, LongestField, cancel) ?? throw new InvalidDataException("A field is too long.")).Span));
            if (fields.ValueCount > MostFields || files.Count > MostFiles)
                throw new InvalidDataException("The form has too many fields.");
        }

        return new FormCollection(fields.HasValues ? fields.GetResults() : new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase), files);
    }

    private async Task AddFile(FormFileCollection files, MultipartSection section, string field, string fileName, CancellationToken cancel)
    {
        var bytes = await Keep(section.Body, MostKept - _kept, cancel);
        _kept += bytes?.Length ?? 0;
        // A field for a file that was left empty is posted as a file without name and content.
        if (fileName.Length > 0 || bytes is null or { Length: > 0 })
            files.Add(new UploadedFile(field, fileName, bytes ?? default, bytes is null, new HeaderDictionary(section.Headers ?? [])));
    }

    private static string FileName(ContentDispositionHeaderValue part) => HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).Value ?? "";

    /// <returns>Null when it is more than that; it was read to its end all the same.</returns>
    private static async Task<ReadOnlyMemory<byte>?> Keep(Stream body, int most, CancellationToken cancel)
    {
        // In small pieces, put together once: a stream in memory that grows leaves twice the file behind.
        var (pieces, length, whole) = (new List<ReadOnlyMemory<byte>>(), 0L, true);
        var piece = new byte[Piece];
        for (int read; (read = await body.ReadAtLeastAsync(piece, Piece, throwOnEndOfStream: false, cancel)) > 0; length += read)
        {
            if (whole && length + read <= most)
            {
                pieces.Add(piece.AsMemory(0, read));
                piece = new byte[Piece];
                continue;
            }

            whole = false;
            pieces.Clear();
        }

        if (!whole)
            return null;
        var (kept, at) = (new byte[length], 0);
        foreach (var part in pieces)
        {
            part.CopyTo(kept.AsMemory(at));
            at += part.Length;
        }

        return kept;
    }
}
