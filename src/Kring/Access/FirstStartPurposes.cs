namespace Kring.Access;

internal static class FirstStartPurposes
{
    /// <summary>Making an organisation and its first people, and the link they choose a password with; the demo and bulk data. Only jobs, and only making.</summary>
    internal static readonly Purpose Seed = new("access.seed", Activities.FirstStart, (Role.Job, Operations.Create));
}
