using Microsoft.AspNetCore.Http.Features;

namespace Kring.Access.Log;

/// <summary>Holds every answer back until the log has what the request owes it: a form shown again after a refused change included.</summary>
internal sealed class AnswerAfterLog(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, OwedEntries owed)
    {
        var open = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var held = new HeldBody(open, owed);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            await held.Flush();
        }
        finally
        {
            context.Features.Set(open);
        }
    }

    private sealed class HeldBody : StreamResponseBodyFeature
    {
        private readonly IHttpResponseBodyFeature _open;
        private readonly HeldStream _stream;

        internal HeldBody(IHttpResponseBodyFeature open, OwedEntries owed) : this(open, new HeldStream(open.Stream, owed))
        {
        }

        private HeldBody(IHttpResponseBodyFeature open, HeldStream stream) : base(stream, open) => (_open, _stream) = (open, stream);

        internal async Task Flush()
        {
            await _stream.Release();
            await Writer.FlushAsync();
        }

        public override async Task StartAsync(CancellationToken cancellationToken = default)
        {
            await _stream.Release();
            await _open.StartAsync(cancellationToken);
        }

        public override async Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken)
        {
            await _stream.Release();
            await _open.SendFileAsync(path, offset, count, cancellationToken);
        }
    }
}
