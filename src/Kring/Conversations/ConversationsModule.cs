using Kring.Conversations.Attachments;
using Kring.Conversations.Drafts;
using Kring.Conversations.Live;
using Kring.Conversations.Messages;
using Kring.Conversations.Notices;
using Kring.Conversations.Reading;
using Kring.Conversations.Recent;
using Kring.Conversations.Searches;
using Kring.Conversations.Threads;
using Kring.Networks;

namespace Kring.Conversations;

internal static class ConversationsModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<ConversationsAccess>();
        services.AddScoped<INetworkActivity>(provider => provider.GetRequiredService<ConversationsAccess>());
        services.AddScoped<EnterConversation>().AddSingleton<ConversationHeads>();
        services.AddScoped<ListConversations>().AddScoped<OfferConversation>().AddScoped<StartConversation>().AddScoped<ReadConversation>();
        services.AddScoped<MessageRows>().AddScoped<FindOwnMessage>().AddScoped<ReadOwnMessage>();
        services.AddScoped<PostTogether>().AddSingleton<PostLane>();
        services.AddHostedService(provider => provider.GetRequiredService<PostLane>());
        services.AddScoped<PostMessage>().AddScoped<EditMessage>().AddScoped<RemoveMessage>();
        services.AddSingleton<ScanFile>().AddSingleton<TakeFiles>();
        services.AddScoped<AttachmentRows>().AddScoped<FindAttachment>().AddScoped<ReadAttachment>().AddScoped<ShowPhoto>();
        services.AddScoped<Receipts>().AddScoped<LoadReadership>().AddScoped<MarkRead>().AddScoped<ListReaders>();
        services.AddSingleton<RecentPages>().AddScoped<LoadRecent>();
        services.AddScoped<KeepDraft>();
        services.AddSingleton<SealedAsks>().AddScoped<LoadWriters>().AddScoped<SearchMessages>();
        services.AddScoped<DeliverMessages>();
        services.AddSingleton<ConversationFeed>().AddSingleton<FollowConversation>().AddSingleton<OpenStreams>();
        services.AddHostedService(provider => provider.GetRequiredService<OpenStreams>());
        services.AddHostedService<LookForNews>();
        services.AddSingleton<NoticeBell>();
        services.AddScoped<TellReaders>().AddScoped<ChooseNotices>();
        services.AddHostedService<NoticeJob>();
    }

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapConversations();
}
