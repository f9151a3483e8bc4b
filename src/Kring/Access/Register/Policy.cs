using System.Collections.Frozen;

namespace Kring.Access.Register;

/// <summary>Register and matrix as they are in force, at one stamp. What is printed from it is what is enforced.</summary>
internal sealed class Policy(long stamp, IEnumerable<ProcessingActivity> activities, IEnumerable<MatrixRule> rules)
{
    private readonly FrozenDictionary<(OrganisationId, string), bool> _runs
        = activities.ToFrozenDictionary(a => (a.Organisation, a.Key), a => a.MayRun);

    private readonly FrozenDictionary<(OrganisationId, Role, string), Operations> _rules
        = rules.ToFrozenDictionary(r => (r.Organisation, r.Role, r.Purpose), r => r.Operations);

    internal long Stamp => stamp;

    internal bool Knows(Purpose purpose) => _runs.ContainsKey((default, purpose.Activity));

    internal bool Approves(OrganisationId? organisation, Purpose purpose)
        => _runs.GetValueOrDefault((default, purpose.Activity))
            && (organisation is not { } own || _runs.GetValueOrDefault((own, purpose.Activity), true));

    internal bool Allows(OrganisationId? organisation, Role role, Purpose purpose, Operations operation)
    {
        if (organisation is not { } own || !_rules.TryGetValue((own, role, purpose.Key), out var allowed))
            allowed = _rules.GetValueOrDefault((default, role, purpose.Key));
        return operation != Operations.None && (allowed & operation) == operation;
    }
}
