namespace Kring.Bench;

/// <summary>One measured value beside the limit it is judged by: what the bare machine or database does, or a promise.</summary>
/// <param name="Ratio">Value divided by LimitValue.</param>
internal sealed record Row(string Name, double Value, string Unit, string LimitName, double LimitValue, double Ratio)
{
    public static Row Of(string name, double value, string unit, string limitName, double limitValue) =>
        new(name, value, unit, limitName, limitValue, limitValue == 0 ? 0 : value / limitValue);
}
