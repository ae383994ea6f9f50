using System.Text.Json;

namespace WaSaas.Infrastructure.WhatsApp.Keys;

/// <summary>Body of <c>keys.commit</c>; binary values are base64 in the frame.</summary>
internal sealed record KeyCommit(byte[]? Creds, IReadOnlyList<KeyWrite>? Set, IReadOnlyList<JournalWrite>? Journal, IReadOnlyList<SentWrite>? Sent);

/// <summary>Null deletes.</summary>
internal sealed record KeyWrite(string Type, string Id, byte[]? Value);

/// <param name="Hash">Hex SHA-256 of the ciphertext.</param>
/// <param name="Plaintext">As the ratchet gave it.</param>
/// <param name="Message">The decoded message; null (or JSON null) when it carries nothing for people.</param>
internal sealed record JournalWrite(string Hash, byte[] Plaintext, JsonElement? Message)
{
    public bool IsForPeople => Message is { ValueKind: JsonValueKind.Object };
}

internal sealed record SentWrite(string MessageId, byte[] Content);
