using System.Security.Cryptography;
using AngleSharp.Html.Dom;
using Kring.People.Devices;

namespace Kring.Tests.Support;

/// <summary>The key of a browser that asks to be remembered, as its script would make it.</summary>
internal sealed class SoftwareDevice : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>What is posted beside the code.</summary>
    internal (string, string)[] Remember(string name = "Tablet van Annie") => [("onthoud", "true"), ("apparaat", name), ("sleutel", Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()))];

    /// <summary>The signature over the challenge that a page shows.</summary>
    internal string Sign(IHtmlDocument page) => Convert.ToBase64String(_key.SignData(
        DeviceKey.SignedText(Convert.FromBase64String(page.QuerySelector("[data-device-proof]")!.GetAttribute("data-device-proof")!)), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public void Dispose() => _key.Dispose();
}
