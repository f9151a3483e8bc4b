namespace Kring.Demo.Script;

internal sealed record CastMember(DemoMember Member, DemoPerson Person, char Role)
{
    internal bool TakesPart(DateTimeOffset from, DateTimeOffset through) =>
        Member.From < from && (Member.Until is null || Member.Until > through);
}
