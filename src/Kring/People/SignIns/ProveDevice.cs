using Kring.Access;
using Kring.Access.Sealing;
using Kring.People.Devices;
using Kring.People.Sessions;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.SignIns;

/// <summary>How a device's proof ended.</summary>
public enum DeviceAnswer
{
    SignedIn,
    /// <summary>It is not trusted, not any more, or cannot prove that it is: a code was mailed.</summary>
    CodeMailed,
    /// <summary>The same after a link from the mail: the password is asked.</summary>
    PasswordAsked,
    /// <summary>No password was given in this browser, or too long ago.</summary>
    StartOver,
}

/// <summary>The second step on a trusted device: its key signs the challenge of this attempt, once. Whatever is wrong with cookie, key or signature leads to a code, or after a link to the password.</summary>
internal sealed class ProveDevice(OpenSignIn open, Door door, SendCode code, StartSession sessions, LookupIndexes indexes, TimeProvider time)
{
    internal async Task<(DeviceAnswer Answer, Arrival? Arrival)> Run(string? browser, IReadOnlyList<string> devices, string? signatures, Caller caller, CancellationToken cancel)
    {
        if (await open.Find(browser, cancel) is not { } found || (await door.Enter(OpenSignIn.Visit(found), cancel)).Grant is not { } grant)
            return (DeviceAnswer.StartOver, null);
        var now = time.Moment();
        var signIn = await grant.Rows<SignIn>().SingleAsync(s => s.Id == found.Id, cancel);
        var device = await grant.Rows<TrustedDevice>().Of(devices, indexes).TrustedAt(now).FirstOrDefaultAsync(cancel);
        var proven = device is not null && signIn.DeviceChallengeUsedAt is null && DeviceKey.Proves(device.PublicKey, signIn.DeviceChallenge, signatures);
        var again = signIn.DeviceChallengeUsedAt is not null;
        signIn.DeviceChallengeUsedAt = now;
        if (!proven)
        {
            // A second post of the same proof finds the code already on its way.
            if (!again && signIn.Proof == FirstProof.Password)
                await code.Add(grant, signIn, cancel);
            return await door.Commit(cancel) ? (signIn.Proof == FirstProof.Password ? DeviceAnswer.CodeMailed : DeviceAnswer.PasswordAsked, null) : (DeviceAnswer.StartOver, null);
        }

        signIn.End(now);
        device!.UsedAt = now;
        var arrival = new Arrival(found.Person, await sessions.Add(grant, caller.Browser, caller.Address, device.Id, cancel), null);
        return await door.Commit(cancel) ? (DeviceAnswer.SignedIn, arrival) : (DeviceAnswer.StartOver, null);
    }
}
