using Kring.Law;
using Kring.Networks.Participation;

namespace Kring.Networks.Mandates;

/// <summary>What recording a mandate comes to.</summary>
internal enum MandatePlan
{
    Record,
    /// <summary>Nobody records their own power.</summary>
    Themselves,
    /// <summary>Only a relative or a representative who takes part now.</summary>
    NotARepresentative,
    /// <summary>A bewindvoerder decides about money and goods only.</summary>
    AdministratorIsMoney,
    /// <summary>Parental authority and guardianship end at majority.</summary>
    NotForAnAdult,
    /// <summary>Curator, mentor and bewindvoerder are for adults; a proxy takes a giver of 16 or older.</summary>
    NotForAMinor,
    EndsBeforeItBegins,
}

/// <summary>A mandate as it is typed in from a document.</summary>
internal sealed record MandateDetails(MembershipId Membership, MandateKind Kind, MandateScope Scope, DateOnly From, DateOnly? Until, string Evidence)
{
    internal MandatePlan Plan(NetworkMembership? representative, Access.PersonId recorder, DateOnly born, LegalTerms law, DateOnly today)
    {
        if (representative is null || representative.Until is not null || representative.Capacity is not (Capacity.Representative or Capacity.InformalCarer)) return MandatePlan.NotARepresentative;
        if (representative.Person == recorder) return MandatePlan.Themselves;
        if (Kind == MandateKind.Administrator && Scope != MandateScope.Money) return MandatePlan.AdministratorIsMoney;
        if (Until < From) return MandatePlan.EndsBeforeItBegins;
        var majority = Age.Reached(born, law.Years(LegalTermKeys.AgeOfMajority, today));
        if (Kind.IsForMinors() && From >= majority) return MandatePlan.NotForAnAdult;
        var earliest = Kind == MandateKind.AuthorisedProxy ? Age.Reached(born, law.Years(LegalTermKeys.AgeOfOwnConsent, today)) : majority;
        return !Kind.IsForMinors() && From < earliest ? MandatePlan.NotForAMinor : MandatePlan.Record;
    }

    /// <summary>The last day: what was typed, or the day before the child comes of age when that is earlier (BW 1:245).</summary>
    internal DateOnly? LastDay(DateOnly born, LegalTerms law, DateOnly today)
    {
        if (!Kind.IsForMinors())
            return Until;
        var last = Age.Reached(born, law.Years(LegalTermKeys.AgeOfMajority, today)).AddDays(-1);
        return Until is { } typed && typed < last ? typed : last;
    }
}
