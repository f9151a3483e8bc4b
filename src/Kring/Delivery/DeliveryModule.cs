using Kring.Access;
using Kring.Delivery.Captured;
using Kring.Delivery.Clearing;
using Kring.Delivery.Dispatch;
using Kring.Delivery.Notices;
using Kring.Delivery.Senders;
using Kring.Platform;

namespace Kring.Delivery;

internal static class DeliveryModule
{
    internal static void Add(IServiceCollection services, KringOptions options, bool capture)
    {
        services.AddSingleton<DispatchBell>();
        services.AddSingleton<Postmen>();
        services.AddSingleton<RenderNotice>();
        services.AddScoped<Outbox>();
        services.AddScoped<DeliveryAccess>();
        services.AddScoped<SendNotice>();
        services.AddScoped<FollowNotice>();
        services.AddHostedService<Dispatcher>();
        services.AddScoped<ClearNotices>();
        services.AddHostedService<ClearNoticesJob>();
        if (capture)
        {
            services.AddSingleton<CapturedPost>();
            services.AddSingleton<ISmsSender>(provider => provider.GetRequiredService<CapturedPost>());
            services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<CapturedPost>());
        }

        if (options.Mail.Host is { Length: > 0 })
            services.AddSingleton<IMailSender>(_ => new SmtpMail(options.Mail));
    }

    /// <summary>Comes before the endpoints.</summary>
    internal static void Use(IApplicationBuilder app) => app.UseMiddleware<CapturedPostGuard>();

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(FollowNotice.Path + "{notice:guid}", Follow);
        routes.MapGet(CapturedPostGuard.PathForPrograms, (IServiceProvider services) => services.GetService<CapturedPost>()?.NewestFirst).AllowAnonymous();
    }

    private static async Task<IResult> Follow(Guid notice, FollowNotice follow, CurrentActor current, CancellationToken cancel)
        => await follow.Run(current.Actor, new OutboxItemId(notice), cancel) is { } path ? TypedResults.LocalRedirect(path) : TypedResults.NotFound();
}
