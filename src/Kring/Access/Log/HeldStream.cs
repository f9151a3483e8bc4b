namespace Kring.Access.Log;

/// <summary>The body of an answer; nothing passes before what is owed to the log is in it. Once that failed, nothing passes at all.</summary>
internal sealed class HeldStream(Stream open, OwedEntries owed) : Stream
{
    private LogUnavailableException? _shut;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="LogUnavailableException">The log cannot be written.</exception>
    internal async ValueTask Release()
    {
        if (_shut is not null)
            throw _shut;
        if (!owed.Any)
            return;
        try
        {
            await owed.Pay();
        }
        catch (LogUnavailableException fault)
        {
            _shut = fault;
            throw;
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Release();
        await open.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await Release();
        await open.FlushAsync(cancellationToken);
    }

    public override void Flush() => throw new NotSupportedException("Answers are written asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Answers are written asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
