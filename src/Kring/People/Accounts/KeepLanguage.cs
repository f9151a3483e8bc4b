using Kring.Access;
using Kring.App.Display;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Accounts;

/// <summary>Keeps the language of whoever is signed in with their account. Chosen again, it changes nothing and is not logged.</summary>
internal sealed class KeepLanguage(CurrentActor current, PeopleAccess people, Door door) : IKeepLanguage
{
    public async Task Keep(DisplayLanguage language, CancellationToken cancel)
    {
        var chosen = language == DisplayLanguage.English ? "en" : "nl";
        if (current.Known is not { Person: { } person } actor || await people.LanguageOf(person, cancel) == chosen)
            return;
        var visit = new Visit(actor, person.Profile, PeoplePurposes.OwnProfile, Operations.Update, new LoggedObject("profile", person.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant || await grant.Rows<Account>().SingleOrDefaultAsync(cancel) is not { } account)
            return;
        account.Language = chosen;
        await door.Commit(cancel);
    }
}
