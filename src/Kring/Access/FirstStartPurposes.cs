namespace Kring.Access;

internal static class FirstStartPurposes
{
    /// <summary>Making the first organisation and its first people, the demo and bulk data. Only jobs, and only making.</summary>
    internal static readonly Purpose Seed = new("access.seed", Activities.FirstStart, (Role.Job, Operations.Create));
}
