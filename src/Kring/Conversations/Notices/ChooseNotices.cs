using Kring.Access;
using Kring.People;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Notices;

/// <summary>How somebody wants to hear of new messages, as they see it.</summary>
internal sealed record NoticeWish(NoticeMode Mode, TimeOnly QuietFrom, TimeOnly QuietUntil)
{
    internal static NoticeWish Usual { get; } = new(NoticeMode.AtOnce, NoticeTimes.QuietFrom, NoticeTimes.QuietUntil);
}

/// <summary>Keeps somebody's own choice of notices, in their own profile.</summary>
internal sealed class ChooseNotices(Door door)
{
    internal async Task<(NoticeWish? Wish, GateRefusal Refusal)> Read(Actor actor, CancellationToken cancel)
    {
        var entrance = await door.Enter(Visit(actor, Operations.Read), cancel);
        if (entrance.Grant is not { } profile)
            return (null, entrance.Refusal);
        var choice = await profile.Rows<NoticeChoice>().SingleOrDefaultAsync(cancel);
        return (choice is null ? NoticeWish.Usual : new NoticeWish(choice.Mode, choice.QuietFrom, choice.QuietUntil), GateRefusal.None);
    }

    internal async Task<GateRefusal> Run(Actor actor, NoticeWish wish, CancellationToken cancel)
    {
        var entrance = await door.Enter(Visit(actor, Operations.Update), cancel);
        if (entrance.Grant is not { } profile)
            return entrance.Refusal;
        if (await profile.Rows<NoticeChoice>().SingleOrDefaultAsync(cancel) is { } choice)
            (choice.Mode, choice.QuietFrom, choice.QuietUntil) = (wish.Mode, wish.QuietFrom, wish.QuietUntil);
        else
            profile.Add(new NoticeChoice { Person = profile.Person, Compartment = profile.Compartment.Id, Mode = wish.Mode, QuietFrom = wish.QuietFrom, QuietUntil = wish.QuietUntil });
        // Two windows that save their first choice at once: one of them is kept.
        await door.Commit(cancel);
        return GateRefusal.None;
    }

    private static Visit Visit(Actor actor, Operations operation)
        => new(actor, actor.Person!.Value.Profile, PeoplePurposes.OwnProfile, operation, new LoggedObject("notice-choice"));
}
