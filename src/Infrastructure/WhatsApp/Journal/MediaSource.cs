using System.Text.Json;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Journal;

/// <summary>All that a later download needs: where the file is, and about which message the phone is asked when it is there no more.</summary>
internal sealed record MediaSource(JournalMedia Media, string Chat, bool FromMe)
{
    public string ToJson() => JsonSerializer.Serialize(this, GatewayProtocol.Json);

    /// <exception cref="JsonException">It is none.</exception>
    public static MediaSource Parse(byte[] json) =>
        JsonSerializer.Deserialize<MediaSource>(json, GatewayProtocol.Json) ?? throw new JsonException("A message names no source of its file.");
}
