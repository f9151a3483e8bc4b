using System.Security.Cryptography;
using System.Text;
using Kring.Access.Log;
using Kring.Law;
using Kring.Networks.Admissions;
using Kring.Platform;
using Kring.Tests.Faults.Writes;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Faults.Simulation;

/// <summary>One random life of a network: step by step on the program and on the model, which must stay alike. Now and then a write fails in the middle of a step.</summary>
internal sealed class History(FailingApp failing, int seed)
{
    private static readonly string[] Others = ["Bep", "Cor", "Dirk", "Els"];
    private static readonly TimeSpan[] Whiles = [new(5, 7, 0), new(29, 13, 0), new(53, 31, 0), new(101, 17, 0)];
    private readonly Random _dice = new(seed);
    private readonly StringBuilder _trace = new();
    private LivingNetwork? _living;
    private Model? _model;

    /// <summary>What happened, in words without ids and moments.</summary>
    internal string Trace => _trace.ToString();

    internal string Hash => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Trace)));

    private KringApp App => failing.App;

    private LivingNetwork Living => _living!;

    internal async Task Live(int steps)
    {
        _living = await LivingNetwork.Start(App, Others);
        _model = new Model(Living.LocksAt, await App.In(services => services.GetRequiredService<LegalTermsBoard>().Current(default)));
        for (var step = 1; step <= steps; step++)
            await Step(step);
    }

    private async Task Step(int step)
    {
        var (what, expect, act) = Choose();
        var (nth, when) = (_dice.Next(8) == 0 ? _dice.Next(1, 8) : 0, _dice.Next(2) == 0 ? Failing.Before : Failing.After);
        var (before, after) = (_model!, _model!.Copy());
        var expected = expect(after, App.Clock.Moment());
        string answer;
        failing.Writes.Fail(nth, when);
        try
        {
            answer = await act();
        }
        catch (Exception fault) when (failing.Writes.Hit && (fault is LogUnavailableException || Outage.Is(fault)))
        {
            answer = "cannot now";
        }
        finally
        {
            failing.Writes.Stop();
        }

        var real = await Living.Describe();
        var crashed = nth > 0 && failing.Writes.Hit;
        _trace.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{step}. {what}{(crashed ? $" (write {nth} fails, {when})" : "")}: {answer}. {real}");
        // After a fault either state is right, and the answer never says more than was done.
        _model = crashed && real != after.Describe() ? before : after;
        Assert.True(real == _model.Describe() && (crashed || answer == expected), $"Seed {seed}: it should be {expected}. {_model.Describe()}\n{Trace}");
        Assert.False(crashed && answer == expected && _model == before && before.Describe() != after.Describe(), $"Seed {seed}: it says it did what it did not.\n{Trace}");
    }

    private (string What, Func<Model, DateTimeOffset, string> Expect, Func<Task<string>> Act) Choose()
    {
        var person = Others[_dice.Next(Others.Length)];
        var model = _model!;
        var (question, invitation) = (model.Questions.Count == 0 ? -1 : _dice.Next(model.Questions.Count), model.Invitations.Count == 0 ? -1 : _dice.Next(model.Invitations.Count));
        return _dice.Next(100) switch
        {
            < 14 => Later(Whiles[_dice.Next(Whiles.Length)]),
            < 30 => ($"invite {person}", (m, now) => m.Invite(person, now), () => Living.Invite(person)),
            < 46 when question >= 0 => Answers(question, (Answer)_dice.Next(3)),
            < 62 when invitation >= 0 => ($"accept {invitation}", (m, now) => m.Accept(invitation, now), () => Living.Accept(invitation, model.Invitations[invitation].Person)),
            < 65 when invitation >= 0 => ($"decline {invitation}", (m, now) => m.Decline(invitation, now), () => Living.Decline(invitation)),
            < 73 when question >= 0 => ($"withdraw {question}", (m, _) => m.Withdraw(question), () => Living.Withdraw(question)),
            < 77 => ($"remove {person}", (m, _) => m.Remove(person), () => Living.Remove(person)),
            < 80 => ($"{person} leaves", (m, _) => m.Leave(person), () => Living.Leave(person)),
            < 85 => Posts(Model.Recipient),
            _ => Posts(person),
        };
    }

    private (string, Func<Model, DateTimeOffset, string>, Func<Task<string>>) Answers(int question, Answer answer)
        => ($"answer {answer} to {question}", (m, now) => m.Reply(question, answer, now), () => Living.Answer(question, answer));

    private (string, Func<Model, DateTimeOffset, string>, Func<Task<string>>) Posts(string person) => ($"{person} posts", (m, _) => m.Post(person), () => Living.Post(person));

    private (string, Func<Model, DateTimeOffset, string>, Func<Task<string>>) Later(TimeSpan time) => ($"{time} later", (_, _) => "later", () => Wait(time));

    private Task<string> Wait(TimeSpan time)
    {
        App.Clock.Advance(time);
        return Task.FromResult("later");
    }
}
