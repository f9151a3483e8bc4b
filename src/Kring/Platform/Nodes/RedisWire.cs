using System.Collections.Concurrent;
using System.Security.Cryptography;
using StackExchange.Redis;

namespace Kring.Platform.Nodes;

/// <summary>
/// The wire over Redis publish and subscribe, on one channel ("channelPrefix" in the connection string keeps two Krings on one server apart). Kring starts and runs without Redis; the
/// connection is made and made again in the background.
/// </summary>
internal sealed partial class RedisWire : BackgroundService, INodeWire
{
    private const int Fields = 3;
    private static readonly RedisChannel Channel = RedisChannel.Literal("kring");
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);
    private readonly string _self = RandomNumberGenerator.GetHexString(32);
    private readonly ConcurrentDictionary<string, Action<string>> _hearers = new(StringComparer.Ordinal);
    private readonly ConfigurationOptions _connection;
    private readonly ILogger<RedisWire> _logger;
    private volatile ISubscriber? _subscriber;
    private int _breaks;
    private bool _told;

    /// <exception cref="StartRefusedException">The connection string cannot be read.</exception>
    public RedisWire(string connection, ILogger<RedisWire> logger)
    {
        _logger = logger;
        try
        {
            _connection = ConfigurationOptions.Parse(connection);
        }
        catch (ArgumentException)
        {
            // Its message may repeat the password.
            throw new StartRefusedException("Kring:Redis cannot be read. Write it as host:port, with options after commas: redis.example:6379,ssl=true.");
        }

        _connection.AbortOnConnectFail = false;
        _connection.BacklogPolicy = BacklogPolicy.FailFast;
        _connection.ReconnectRetryPolicy = new LinearRetry((int)Retry.TotalMilliseconds);
    }

    public bool Carries => _subscriber is { } subscriber && subscriber.IsConnected(Channel);

    public int Breaks => Volatile.Read(ref _breaks);

    public void Tell(string subject, string word)
    {
        // What cannot be told now is found by looking.
        if (Carries)
            _subscriber?.Publish(Channel, $"{_self} {subject} {word}", CommandFlags.FireAndForget);
    }

    public void Hear(string subject, Action<string> heard) => _hearers[subject] = heard;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_connection);
        redis.ConnectionFailed += (_, _) => Interlocked.Increment(ref _breaks);
        var subscriber = redis.GetSubscriber();
        try
        {
            while (!await Subscribed(subscriber))
                await Task.Delay(Retry, stoppingToken);
            _subscriber = subscriber;
            while (true)
            {
                Note(Carries);
                await Task.Delay(Retry, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            _subscriber = null;
        }
    }

    private async Task<bool> Subscribed(ISubscriber subscriber)
    {
        try
        {
            await subscriber.SubscribeAsync(Channel, (_, told) => Heard(told));
            return true;
        }
        catch (RedisException)
        {
            Note(carries: false);
            return false;
        }
    }

    private void Heard(RedisValue told)
    {
        if (((string?)told)?.Split(' ', Fields) is [var node, var subject, var word] && node != _self && _hearers.TryGetValue(subject, out var hearer))
            hearer(word);
    }

    private void Note(bool carries)
    {
        if (carries && _told)
            Back(_logger);
        else if (!carries && !_told)
            Away(_logger);
        _told = !carries;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer. What happens on other nodes is found by looking in the database, a little later; nothing is lost.")]
    private static partial void Away(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis answers again.")]
    private static partial void Back(ILogger logger);
}
