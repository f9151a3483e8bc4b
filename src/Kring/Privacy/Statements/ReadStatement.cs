using Kring.Access;
using Kring.People.SignIns;
using Kring.Platform;

namespace Kring.Privacy.Statements;

/// <summary>Somebody says to have read a statement that they were shown (AVG art. 13 and 14). A receipt, not a consent.</summary>
internal sealed class ReadStatement(Door door, StatementsAccess statements, TimeProvider time)
{
    /// <returns>False when it is not a statement that this person has still to read; that includes one read just before.</returns>
    internal async Task<bool> Run(Actor actor, StatementId statement, CancellationToken cancel)
    {
        var person = actor.Person!.Value;
        if (!(await statements.Unread(person, cancel)).Contains(statement))
            return false;
        var (profile, _) = await door.Enter(new Visit(actor, person.Profile, PrivacyPurposes.Inform, Operations.Create, new LoggedObject("privacy-statement", statement.Value)), cancel);
        if (profile is null)
            return false;
        profile.Add(new StatementReceipt { Person = person, Compartment = profile.Compartment.Id, Statement = statement, ReadAt = time.Moment() });
        return await door.Commit(cancel);
    }
}

/// <summary>Leads somebody who signs in past a statement that is new to them: once per sign-in, until they have read it.</summary>
internal sealed class ShowStatementsFirst(StatementsAccess statements) : IAfterSignIn
{
    public async Task<string?> Detour(PersonId person, string next, CancellationToken cancel)
        => (await statements.Unread(person, cancel)).Count > 0 ? "/privacy/lezen?terug=" + Uri.EscapeDataString(next) : null;
}
