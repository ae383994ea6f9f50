using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>An authenticator whose answers a test can spoil: one ES256 key for one site, no attestation.</summary>
public sealed class SoftAuthenticator(string site) : IDisposable
{
    private const byte PresentAndVerified = 0x05;
    private const byte HasKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _user = "";

    /// <summary>What the browser says it stands on.</summary>
    public required string Origin { get; set; }

    public uint Counter { get; set; }

    /// <summary>The answer to a challenge that the site did not set.</summary>
    public string? OtherChallenge { get; set; }

    /// <summary>Makes the key.</summary>
    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        _user = asked["user"]!["id"]!.GetValue<string>();
        var client = ClientData("webauthn.create", asked);
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), .. Bytes([.. AuthenticatorData(HasKey), .. KeyData()])];
        return Credential(new { clientDataJSON = Base64Url.EncodeToString(client), attestationObject = Base64Url.EncodeToString(attestation), transports = Array.Empty<string>() });
    }

    /// <summary>Signs with it.</summary>
    public string Get(string options)
    {
        Counter++;
        var client = ClientData("webauthn.get", JsonNode.Parse(options)!);
        var data = AuthenticatorData(0);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new
        {
            clientDataJSON = Base64Url.EncodeToString(client),
            authenticatorData = Base64Url.EncodeToString(data),
            signature = Base64Url.EncodeToString(signature),
            userHandle = _user,
        });
    }

    public void Dispose() => _key.Dispose();

    private byte[] ClientData(string type, JsonNode asked) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = OtherChallenge ?? asked["challenge"]!.GetValue<string>(),
        origin = Origin,
        crossOrigin = false,
    });

    private byte[] AuthenticatorData(byte more)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(PresentAndVerified | more), .. counter];
    }

    /// <summary>Maker unknown, the id, and the public key as COSE: kty EC2, alg ES256, crv P-256, x, y.</summary>
    private byte[] KeyData()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return [.. new byte[16], 0, (byte)_id.Length, .. _id, 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
    }

    private string Credential(object response) => JsonSerializer.Serialize(new
    {
        id = Base64Url.EncodeToString(_id),
        rawId = Base64Url.EncodeToString(_id),
        type = "public-key",
        response,
        clientExtensionResults = new { },
        authenticatorAttachment = "platform",
    });

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    /// <summary>The shortest way to write a length is the only one that is valid.</summary>
    private static byte[] Bytes(byte[] bytes) =>
        bytes.Length < 256 ? [0x58, (byte)bytes.Length, .. bytes] : [0x59, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
}
