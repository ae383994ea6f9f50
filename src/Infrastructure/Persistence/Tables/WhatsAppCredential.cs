using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Infrastructure.Persistence.Tables;

/// <summary>Credentials of a linked device, encrypted; whoever has them is the vendor's WhatsApp.</summary>
public sealed class WhatsAppCredential : ITenantOwned
{
    public TenantId TenantId { get; set; }

    public SessionId SessionId { get; set; }

    public byte[] Value { get; set; } = [];
}

/// <summary>One Signal key of a linked device, encrypted.</summary>
public sealed class WhatsAppKey : ITenantOwned
{
    public TenantId TenantId { get; set; }

    public SessionId SessionId { get; set; }

    public string Type { get; set; } = "";

    public string KeyId { get; set; } = "";

    public byte[] Value { get; set; } = [];
}

/// <summary>
/// A decrypted message, written in the same commit as the ratchet step that decrypted it. It becomes a message of a
/// conversation later, also after a crash; a ciphertext that WhatsApp delivers again is answered from here.
/// </summary>
public sealed class WhatsAppJournalRow : ITenantOwned
{
    public TenantId TenantId { get; set; }

    public SessionId SessionId { get; set; }

    /// <summary>SHA-256 of the ciphertext, hex.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Order of arrival in the session.</summary>
    public long Number { get; set; }

    /// <summary>Encrypted plaintext as the ratchet gave it.</summary>
    public byte[] Plaintext { get; set; } = [];

    /// <summary>Encrypted JSON of the gateway protocol's message; null when it carries nothing for people.</summary>
    public byte[]? Message { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? ProcessedAt { get; set; }
}

/// <summary>What left for the network under a message id, encrypted: needed again when a phone asks for a retry.</summary>
public sealed class WhatsAppSentContent : ITenantOwned
{
    public TenantId TenantId { get; set; }

    public SessionId SessionId { get; set; }

    public string MessageId { get; set; } = "";

    public byte[] Content { get; set; } = [];

    public DateTimeOffset RatchetedAt { get; set; }
}
