namespace Kring.Access;

/// <summary>
/// Why personal data is used (AVG art. 5(1)(b)). Declared in code by the module that uses it and covered by an activity in the
/// processing register; a purpose that the register does not cover refuses at the gate and stops the start.
/// </summary>
/// <param name="Key">module.word, such as "networks.communicate".</param>
/// <param name="Activity">The key of the processing activity that covers it.</param>
/// <param name="Matrix">Which roles may do what for this purpose when an organisation has not decided otherwise.</param>
internal sealed record Purpose(string Key, string Activity, params (Role Role, Operations Operations)[] Matrix)
{
    public override string ToString() => Key;
}
