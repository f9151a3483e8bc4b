using Kring.Access;
using Kring.Access.Sealing;

namespace Kring.People;

/// <summary>A natural person: their own profile compartment. Having a profile does not mean having an account.</summary>
internal sealed class Person : ICompartmented
{
    internal static readonly SealedField<string> NameField = new("persons", "name");
    internal static readonly SealedField<string> MailField = new("persons", "mail");
    internal static readonly SealedField<string> PhoneField = new("persons", "phone");
    internal static readonly SealedField<DateOnly> BirthDateField = new("persons", "birth_date");

    public required PersonId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    /// <summary>The name as it is shown: "Annie de Vries-Jansen".</summary>
    public required Sealed<string> Name { get; set; }

    public Sealed<string>? Mail { get; set; }

    /// <summary>E.164.</summary>
    public Sealed<string>? Phone { get; set; }

    public Sealed<DateOnly>? BirthDate { get; set; }

    public required DateTimeOffset MadeAt { get; init; }
}
