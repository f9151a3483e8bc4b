using System.Globalization;
using Kring.Access;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Bench.Growth;

/// <summary>Founds an organisation and everybody who works there, in one unit of work.</summary>
internal static class FoundOrganisation
{
    internal static async Task<SeededOrganisation> Run(IServiceProvider scope, int number, DateTimeOffset since, string hash)
    {
        var id = scope.GetRequiredService<TimeProvider>().NewId<OrganisationId>();
        var office = await scope.GetRequiredService<Door>().FoundByJob(Stage.Making(id.Office, "organisation"), default);
        scope.GetRequiredService<OrganisationsAccess>().Add(
            new Organisation { Id = id, Name = string.Create(CultureInfo.InvariantCulture, $"Thuiszorg {number}"), Kind = "thuiszorg", City = "Zutphen", OfficerMail = "fg@groot.example", JoinedAt = since },
            new CooperationAgreement { Id = scope.GetRequiredService<TimeProvider>().NewId<AgreementId>(), Organisation = id, Kind = AgreementKind.JointControllers, SignedOn = since.DutchDay(), DocumentReference = "SO-1" });
        var people = ActivatorUtilities.CreateInstance<InventedPeople>(scope);
        var staff = new List<PersonId>();
        for (var i = 0; i < WorldPlan.Staff; i++)
        {
            var place = (number * WorldPlan.Staff) + i;
            staff.Add(await people.Add("staf", place, hash));
            var role = i < WorldPlan.Coordinators ? Role.Coordinator : Role.Professional;
            scope.GetRequiredService<OrganisationRows>().AddStaff(office, staff[^1], role, InventedPeople.Name(place), "wijkverpleegkundige", since);
        }

        await Stage.Commit(scope);
        return new SeededOrganisation(id, staff);
    }
}
