using Kring.Law;
using Kring.Networks.Admissions;

namespace Kring.Tests.Faults.Simulation;

/// <summary>What should be: the rules of one network of a care recipient who decides, said once more and simply. It knows no database.</summary>
internal sealed record Model(DateTimeOffset LocksAt, LegalTerms Law)
{
    internal const string Recipient = "Annie", Coordinator = "Marieke";

    private int _said;

    /// <summary>Who takes part, after how many messages they came, and by which yes.</summary>
    internal SortedDictionary<string, (int Came, int? Question)> Members { get; private init; } = new(StringComparer.Ordinal) { [Recipient] = (-1, null), [Coordinator] = (-1, null) };

    internal List<Invited> Invitations { get; private init; } = [];

    internal List<Question> Questions { get; private init; } = [];

    /// <summary>The writers of the messages, in order. One began the conversation.</summary>
    internal List<string> Said { get; private init; } = [Coordinator];

    /// <summary>The same, to try something on.</summary>
    internal Model Copy() => this with
    {
        Members = new SortedDictionary<string, (int Came, int? Question)>(Members, StringComparer.Ordinal),
        Invitations = Invitations.ConvertAll(i => i with { }),
        Questions = Questions.ConvertAll(q => q with { }),
        Said = [.. Said],
        _said = _said,
    };

    internal string Invite(string person, DateTimeOffset now)
    {
        if (Invitations.Exists(i => i.Person == person && i.OpenAt(now))) return "AlreadyInvited";
        if (Questions.Exists(q => q.Person == person && q.State is AdmissionState.Waiting or AdmissionState.Postponed)) return "AlreadyAsked";
        if (Members.ContainsKey(person)) return "AlreadyTakesPart";
        if (now >= LocksAt)
        {
            Questions.Add(new Question(person));
            return "ConsentAsked";
        }

        Invitations.Add(new Invited(person, null, Law.EndOf(LegalTermKeys.Invitation, now)));
        return "Sent";
    }

    internal string Reply(int question, Answer answer, DateTimeOffset now)
    {
        var asked = Questions[question];
        if (asked.State is not (AdmissionState.Waiting or AdmissionState.Postponed)) return "MayNot";
        asked.State = answer switch { Answer.Yes => AdmissionState.Granted, Answer.No => AdmissionState.Refused, _ => AdmissionState.Postponed };
        if (answer == Answer.Yes)
            Invitations.Add(new Invited(asked.Person, question, Law.EndOf(LegalTermKeys.Invitation, now)));
        return "Recorded";
    }

    internal string Accept(int invitation, DateTimeOffset now)
    {
        var invited = Invitations[invitation];
        if (!invited.OpenAt(now)) return "NotLikeThis";
        invited.State = "accepted";
        Members[invited.Person] = (_said, invited.Question);
        if (invited.Question is { } question)
            Questions[question].Joined = true;
        return "Accepted";
    }

    internal string Decline(int invitation, DateTimeOffset now)
    {
        if (!Invitations[invitation].OpenAt(now)) return "False";
        Invitations[invitation].State = "declined";
        return "True";
    }

    /// <summary>Ends what came of the yes: the invitation that waits, or the participation.</summary>
    internal string Withdraw(int question)
    {
        var asked = Questions[question];
        if (asked.State is not (AdmissionState.Granted or AdmissionState.Refused)) return "NotThere";
        if (asked.State == AdmissionState.Refused || asked.Withdrawn) return "NothingGiven";
        asked.Withdrawn = true;
        foreach (var invited in Invitations.Where(i => i.Question == question && i.State is "sent" or "declined"))
            invited.State = "withdrawn";
        if (Members.TryGetValue(asked.Person, out var member) && member.Question == question)
            Members.Remove(asked.Person);
        return "Withdrawn";
    }

    /// <summary>Whoever lets somebody stop takes back the yes that let them in.</summary>
    internal string Remove(string person)
    {
        if (!Members.Remove(person)) return "nobody";
        foreach (var asked in Questions.Where(q => q.Person == person && q.Joined))
            asked.Withdrawn = true;
        return "Ended";
    }

    internal string Leave(string person) => Members.Remove(person) ? "Ended" : "nobody";

    /// <summary>A conversation that was over before somebody came is not theirs.</summary>
    internal string Post(string person)
    {
        if (!Members.TryGetValue(person, out var member) || member.Came >= _said) return "Refused";
        Said.Add(person);
        _said++;
        return "Posted";
    }

    /// <summary>All of it in words, as the database is described too.</summary>
    internal string Describe() => string.Join("; ",
        string.Join(' ', Members.Keys),
        Counted(Invitations.Select(i => i.State)),
        Counted(Questions.Select(q => q.State.ToString())),
        Counted(Questions.Where(q => q.State is AdmissionState.Granted or AdmissionState.Refused).Select(q => q.State == AdmissionState.Refused ? "no" : q.Withdrawn ? "taken back" : "yes")),
        string.Concat(Said.Select(s => s[0])));

    internal static string Counted(IEnumerable<string> words) => string.Join(' ', words.CountBy(w => w).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Value} {w.Key}"));
}

/// <param name="Question">Which question let it go out; null before the lock.</param>
internal sealed record Invited(string Person, int? Question, DateTimeOffset Until)
{
    internal string State { get; set; } = "sent";

    internal bool OpenAt(DateTimeOffset now) => State == "sent" && now < Until;
}

internal sealed record Question(string Person)
{
    internal AdmissionState State { get; set; } = AdmissionState.Waiting;

    internal bool Joined { get; set; }

    internal bool Withdrawn { get; set; }
}
