using System.Text.Json;
using WaSaas.Application.Conversations.Media;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Journal;
using WaSaas.Infrastructure.WhatsApp.Keys;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>Files of WhatsApp, which the gateway fetches, decrypts and checks; and what its carts list.</summary>
internal sealed class WhatsAppMedia(SessionRequests sessions, MediaSeal seal) : IMediaSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

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
            using var media = JsonDocument.Parse(await seal.OpenAsync(session, externalId, source, ct));
            if (JournalOrder.IsSource(media.RootElement))
            {
                var listed = await sessions.AskAsync(session, "order.details", media.RootElement, Patience, ct);
                return new FetchedMedia(null) { Items = JournalOrder.ItemsOf(listed) };
            }

            await sessions.AskAsync(session, "media.download", new { media = media.RootElement, path }, Patience, ct);
            return new FetchedMedia(await File.ReadAllBytesAsync(path, ct));
        }
        catch (CredentialsUnreadableException)
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

    private static FetchAgain AgainAfter(GatewayRefusal refusal) => refusal.Code switch
    {
        "not_connected" or "unknown_session" or "stale_owner" or GatewayRefusal.LinkDown => FetchAgain.WhenConnected,
        "media_gone" or "order_gone" or "media_corrupt" or "media_too_large" or "bad_request" => FetchAgain.Never,
        _ => FetchAgain.Soon,
    };
}
