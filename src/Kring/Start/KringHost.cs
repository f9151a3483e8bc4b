using Kring.Access;
using Kring.App.Web;
using Kring.Conversations;
using Kring.Data;
using Kring.Delivery;
using Kring.Demo;
using Kring.FirstStart;
using Kring.Law;
using Kring.Networks;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;
using Kring.Privacy;
using Kring.Start.Backups;

namespace Kring.Start;

/// <summary>Puts the modules together into one program.</summary>
internal static class KringHost
{
    /// <summary>What still runs after this is broken off: open streams end by themselves, and what was not saved is not acknowledged.</summary>
    internal static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(5);

    internal const string DefaultUrl = "http://localhost:5080";

    /// <summary>The services of a run. Nothing is opened yet: <see cref="Preparation"/> comes next, then <see cref="Map"/>.</summary>
    /// <param name="adjust">What a test puts in the place of the clock and outside services.</param>
    internal static WebApplication Build(RunOptions run, Action<WebApplicationBuilder>? adjust = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Kring", EnvironmentName = Environment(run), ContentRootPath = ContentRoot() });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal));
        builder.WebHost.UseStaticWebAssets().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var url = run.Urls ?? builder.Configuration["Kring:Urls"] ?? DefaultUrl;
        builder.WebHost.UseUrls(url);
        var options = Read(builder.Configuration, run, url);
        AddModules(builder.Services, options, run, builder.Environment.IsDevelopment());
        WebApplication? app = null;
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // A form of an hour ago and one that was made up are refused alike: neither is a fault.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", OnceStarted).AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", OnceStarted);
        Telemetry.Add(builder, options.Telemetry);
        adjust?.Invoke(builder);
        return app = builder.Build();

        // A start that fails is told in one sentence, not in a trace as well.
        bool OnceStarted(LogLevel level) => level >= LogLevel.Warning && app is not null && app.Lifetime.ApplicationStarted.IsCancellationRequested;
    }

    /// <summary>Pages and endpoints of all modules.</summary>
    internal static void Map(WebApplication app)
    {
        WebModule.Use(app, FirstStartModule.Use);
        DeliveryModule.Use(app);
        DeliveryModule.Map(app);
        PeopleModule.Map(app);
        OrganisationsModule.Map(app);
        NetworksModule.Map(app);
        ConversationsModule.Map(app);
        PrivacyModule.Map(app);
    }

    private static void AddModules(IServiceCollection services, KringOptions options, RunOptions run, bool development)
    {
        services.AddSingleton(options);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = StopsWithin);
        services.AddSingleton<TimeProvider>(run.ClockOffset == TimeSpan.Zero ? TimeProvider.System : new LaterClock(run.ClockOffset));
        PlatformModule.Add(services, options);
        LawModule.Add(services);
        DataModule.Add(services, options);
        AccessModule.Add(services, options);
        WebModule.Add(services, options, tryingOut: development);
        DeliveryModule.Add(services, options, capture: development);
        OrganisationsModule.Add(services);
        PeopleModule.Add(services);
        NetworksModule.Add(services);
        ConversationsModule.Add(services);
        PrivacyModule.Add(services);
        FirstStartModule.Add(services, run.AsksSetUp);
        DemoModule.Add(services);
        BackupCommand.AddServices(services, options);
    }

    private static KringOptions Read(ConfigurationManager configuration, RunOptions run, string url)
    {
        var options = configuration.GetSection("Kring").Get<KringOptions>() ?? new KringOptions();
        var proxies = configuration.GetSection("Kring:Proxies");
        if (proxies.Value is { } line)
            options = options with { Proxies = line.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries) };
        if (configuration["Kring:Log:Witnesses"] is { } witnesses)
            options = options with { Log = new LogOptions { Witnesses = witnesses.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) } };
        if (configuration["Kring:PublicUrl"] is null)
            options = options with { PublicUrl = new Uri(url.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)) };
        return (run.DataFolder is null ? options : options with { DataFolder = run.DataFolder }).Checked();
    }

    /// <summary>The demo and a shifted clock are for trying things out: they make it Development, and refuse where Production was asked for.</summary>
    private static string Environment(RunOptions run)
    {
        var asked = run.Environment ?? System.Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");
        if (!run.Demo && run.ClockOffset == TimeSpan.Zero)
            return asked ?? Environments.Production;
        return asked is null or "Development"
            ? Environments.Development
            : throw new StartRefusedException($"--demo and --clock-offset are for trying Kring out; the environment is {asked}.");
    }

    private static string ContentRoot() => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : Directory.GetCurrentDirectory();
}
