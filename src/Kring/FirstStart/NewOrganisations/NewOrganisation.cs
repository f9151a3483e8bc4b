using Kring.Access;
using Kring.Organisations;

namespace Kring.FirstStart.NewOrganisations;

/// <summary>An organisation that comes to take part, with its signed agreement and its first people.</summary>
internal sealed record NewOrganisation(string Name, string Kind, string City, string OfficerMail, SignedAgreement Agreement, IReadOnlyList<FirstPerson> People);

internal sealed record SignedAgreement(AgreementKind Kind, DateOnly SignedOn, DateOnly? ValidUntil, string Reference);

/// <param name="Password">Chosen by themselves; null for whoever chooses one with a link.</param>
internal sealed record FirstPerson(Role Role, string Name, string Mail, string? Password = null);

/// <summary>Somebody who can sign in first.</summary>
/// <param name="Link">The path of the link to choose a password, for whoever did not yet.</param>
internal sealed record FirstAccount(Role Role, string Name, string Mail, string? Link);

/// <summary>In which language people are told, and whether a mail brings them their link. Otherwise somebody hands it over.</summary>
internal sealed record Telling(string Language, bool ByMail);
