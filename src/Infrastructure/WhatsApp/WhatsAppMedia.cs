using System.Text.Json;
using WaSaas.Application.Conversations.Media;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Journal;
using WaSaas.Infrastructure.WhatsApp.Keys;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>
/// Files of WhatsApp: the gateway fetches, decrypts and checks them, and asks the vendor's phone for those that WhatsApp
/// has dropped; and what its carts list.
/// </summary>
internal sealed class WhatsAppMedia(SessionRequests sessions, MediaSeal seal) : IMediaSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PhonePatience = TimeSpan.FromSeconds(20);

    public Channel Channel => Channel.WhatsApp;

    public async Task<FetchedMedia> FetchAsync(SessionId session, string externalId, string source, CancellationToken ct)
    {
        if (!sessions.IsConnected(session))
        {
            return new FetchedMedia(null, Again: FetchAgain.WhenConnected);
        }

        var path = Path.GetTempFileName();
        try
        {
            var opened = await seal.OpenAsync(session, externalId, source, ct);
            return JournalOrder.IsSource(opened) ? await ListAsync(session, opened, ct) : await DownloadAsync(session, externalId, MediaSource.Parse(opened), path, ct);
        }
        catch (Exception e) when (e is CredentialsUnreadableException or JsonException)
        {
            return new FetchedMedia(null, MessageMedia.Gone);
        }
        catch (GatewayRefusal e)
        {
            return new FetchedMedia(null, e.Code, AgainAfter(e));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<FetchedMedia> ListAsync(SessionId session, byte[] order, CancellationToken ct)
    {
        using var asked = JsonDocument.Parse(order);
        var listed = await sessions.AskAsync(session, "order.details", asked.RootElement, Patience, ct);
        return new FetchedMedia(null) { Items = JournalOrder.ItemsOf(listed) };
    }

    private async Task<FetchedMedia> DownloadAsync(SessionId session, string externalId, MediaSource source, string path, CancellationToken ct)
    {
        var message = new { id = externalId, chat = source.Chat, fromMe = source.FromMe };
        await sessions.AskAsync(session, "media.download", new { media = source.Media, path, message, phoneMs = (int)PhonePatience.TotalMilliseconds }, Patience, ct);
        return new FetchedMedia(await File.ReadAllBytesAsync(path, ct));
    }

    private static FetchAgain AgainAfter(GatewayRefusal refusal) => refusal.Code switch
    {
        "not_connected" or "unknown_session" or "stale_owner" or GatewayRefusal.LinkDown => FetchAgain.WhenConnected,
        "media_gone" or "order_gone" or "media_corrupt" or "media_too_large" or "bad_request" => FetchAgain.Never,
        _ => FetchAgain.Soon,
    };
}
