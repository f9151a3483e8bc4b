using Kring.Access;
using Kring.App.Display;
using Kring.Delivery;
using Kring.Delivery.Dispatch;
using Kring.FirstStart.NewOrganisations;
using Kring.Platform;

namespace Kring.FirstStart.SetUps;

/// <summary>Makes the first organisation with its agreement, its administrator, its data protection officer and its first coordinator, in one transaction.</summary>
internal sealed class SetUpKring(AddOrganisation add, SetUpDesk desk, Postmen postmen, TimeProvider time)
{
    private static readonly Actor Job = Actor.ForJob("set-up");

    /// <param name="answers">Checked before.</param>
    /// <returns>False when somebody else was first, or an address has an account already.</returns>
    internal async Task<bool> Run(SetUpAnswers answers, CancellationToken cancel)
    {
        if (!await desk.IsOpen(cancel))
            return false;
        var agreement = new SignedAgreement(answers.AgreementKind, answers.SignedOn!.TryRead(out var signed) ? signed : time.Moment().DutchDay(), null, answers.Reference!.Trim());
        FirstPerson[] people =
        [
            new(Role.FunctionalAdministrator, answers.AdministratorName!.Trim(), answers.AdministratorMail!.Trim(), answers.Password),
            new(Role.DataProtectionOfficer, answers.OfficerName!.Trim(), answers.OfficerOwnMail!.Trim()),
            new(Role.Coordinator, answers.CoordinatorName!.Trim(), answers.CoordinatorMail!.Trim()),
        ];
        var telling = new Telling(DisplayCulture.LanguageNow, postmen.Channels.Contains(DeliveryChannel.Mail));
        var wanted = new NewOrganisation(answers.Name!.Trim(), answers.Kind!.Trim(), answers.City!.Trim(), answers.OfficerMail!.Trim(), agreement, people);

        // Pressed twice: the first press did it.
        if (await add.Run(Job, wanted, telling, cancel) is not { } accounts)
            return desk.Finished() is not null;
        desk.Finish(telling.ByMail ? [.. accounts.Select(a => a with { Link = null })] : accounts);
        return true;
    }
}
