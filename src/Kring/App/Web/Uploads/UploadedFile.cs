namespace Kring.App.Web.Uploads;

/// <summary>A file from a form, in memory only. Of one that is too large nothing is kept but that it came.</summary>
internal sealed class UploadedFile(string name, string fileName, ReadOnlyMemory<byte> bytes, bool tooLarge, IHeaderDictionary headers) : IFormFile
{
    internal ReadOnlyMemory<byte> Bytes => bytes;

    internal bool TooLarge => tooLarge;

    public string ContentType => headers.ContentType.ToString();

    public string ContentDisposition => headers.ContentDisposition.ToString();

    public IHeaderDictionary Headers => headers;

    public long Length => bytes.Length;

    public string Name => name;

    public string FileName => fileName;

    public Stream OpenReadStream() => new MemoryStream(bytes.ToArray(), writable: false);

    public void CopyTo(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.Write(bytes.Span);
    }

    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        await target.WriteAsync(bytes, cancellationToken);
    }
}
