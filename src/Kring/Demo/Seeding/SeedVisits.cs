using Kring.Access;
using Kring.Access.Log;
using Kring.Conversations.Threads;
using Kring.Demo.Script;
using Kring.Networks.BreakGlass;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Privacy.Traces;

namespace Kring.Demo.Seeding;

/// <summary>
/// Lets the demo's people look in their networks, in the weeks before now: by the use cases that the pages call, so that gate and log do what they always do and "Wie keek" invents nothing.
/// </summary>
internal static class SeedVisits
{
    private const int AtOnce = 8, MostTries = 10;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(300);
    private static readonly TraceAsk NoChoice = new(null, null, null, null, null, null, null);

    internal static async Task Run(Past past, DemoStage stage, CancellationToken cancel)
    {
        await past.Open(cancel);
        // What is looked at together shares a commit of the log.
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(stage.Script.Networks.SelectMany(network => VisitPlan.Of(network, stage.Now)), parallel, async (look, stop) => await UntilLogged(() => Visit(past, stage, look, stop), stop));
        await UntilLogged(() => BreakGlass(past, stage, cancel), cancel);
    }

    // A machine that is too busy to log in time shows nothing, as ever: one looks again a little later, as a person would.
    private static async Task UntilLogged(Func<Task> look, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await look();
                return;
            }
            catch (LogUnavailableException) when (tries < MostTries)
            {
                await Task.Delay(Breath, cancel);
            }
        }
    }

    private static async Task Visit(Past past, DemoStage stage, PlannedLook look, CancellationToken cancel)
    {
        var (actor, network) = (Actor.Arriving(stage.Id(look.PersonKey)), stage.Networks[look.Network]);
        await past.At(look.At, services => look.Page switch
        {
            LookedAt.Conversations => services.GetRequiredService<ListConversations>().Run(actor, network, null, cancel),
            LookedAt.Conversation => services.GetRequiredService<ReadConversation>().Run(actor, network, stage.Conversations[look.Conversation!], default, cancel),
            LookedAt.People => services.GetRequiredService<ListPeople>().Run(actor, network, cancel),
            LookedAt.WhoLooked => services.GetRequiredService<ShowTraces>().Run(actor, new TracePlace(network.Compartment, ""), NoChoice, null, cancel),
        });
    }

    /// <summary>A quality nurse who takes no part opens the first network for a reason that is typed, and reads there.</summary>
    private static async Task BreakGlass(Past past, DemoStage stage, CancellationToken cancel)
    {
        var script = stage.Script.Networks[0];
        var (nurse, network) = (stage.Script.Persons.First(p => p.Job?.Role == "kwaliteitsverpleegkundige"), stage.Networks[script]);
        var (actor, at) = (Actor.Arriving(stage.Id(nurse.Key)), CivilTime.At(stage.Now.DutchDay().AddDays(-9), (22 * 60) + 14));
        var recipient = stage.Person(script.RecipientKey);
        await past.At(at, services => services.GetRequiredService<OpenInEmergency>().Run(actor, stage.Name(nurse.Key), stage.Name(script.RecipientKey), recipient.BirthDate!.Value,
            "Mevrouw is gevallen en haar vaste team is vannacht niet bereikbaar. Ik zoek haar medicijnen op.", cancel));
        await past.At(at.AddMinutes(1), services => services.GetRequiredService<ListConversations>().Run(actor, network, null, cancel));
        await past.At(at.AddMinutes(3), services => services.GetRequiredService<ReadConversation>().Run(actor, network, stage.Conversations[script.Conversations.First(c => c.Subject == "Medicijnen")], default, cancel));
    }
}
