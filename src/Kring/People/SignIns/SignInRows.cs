using System.Security.Cryptography;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;
using Microsoft.AspNetCore.WebUtilities;

namespace Kring.People.SignIns;

/// <summary>Makes the row of an attempt to sign in, with a secret that binds it to one browser. The caller commits.</summary>
internal sealed class SignInRows(LookupIndexes indexes, TimeProvider time)
{
    internal (SignIn SignIn, string Browser) Add(Grant profile, SignInId id, FirstProof proof)
    {
        var browser = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        return (profile.Add(new SignIn
        {
            Id = id,
            Compartment = profile.Compartment.Id,
            Person = profile.Person,
            Proof = proof,
            Browser = indexes.OfSecret("sign-in", browser),
            DeviceChallenge = RandomNumberGenerator.GetBytes(32),
            StartedAt = time.Moment(),
        }), browser);
    }
}
