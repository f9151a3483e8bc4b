namespace Kring.Demo.Script.Roster;

/// <summary><paramref name="Since"/> and <paramref name="Until"/> are days from today.</summary>
internal sealed record Mandate(
    string Who, DemoMandateKind Kind, DemoMandateScope Scope, int Since, int? Until, string Evidence);
