using System.Text.Json;
using WaSaas.Application.Conversations.Media;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Journal;
using WaSaas.Infrastructure.WhatsApp.Keys;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>Files of WhatsApp: the gateway fetches, decrypts and checks them, and asks the vendor's phone for those that WhatsApp has dropped.</summary>
internal sealed class WhatsAppMedia(SessionPool pool, MediaSeal seal) : IMediaSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PhonePatience = TimeSpan.FromSeconds(20);

    public Channel Channel => Channel.WhatsApp;

    public async Task<FetchedMedia> FetchAsync(SessionId session, string externalId, string source, CancellationToken ct)
    {
        if (pool.Find(session) is not { IsConnected: true, IsLeaving: false })
        {
            return new FetchedMedia(null, Again: FetchAgain.WhenConnected);
        }

        var path = Path.GetTempFileName();
        try
        {
            var from = MediaSource.Parse(await seal.OpenAsync(session, externalId, source, ct));
            var message = new { id = externalId, chat = from.Chat, fromMe = from.FromMe };
            await pool.RequestAsync(session, "media.download", new { media = from.Media, path, message, phoneMs = (int)PhonePatience.TotalMilliseconds }, Patience, ct);
            return new FetchedMedia(await File.ReadAllBytesAsync(path, ct));
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

    private static FetchAgain AgainAfter(GatewayRefusal refusal) => refusal.Code switch
    {
        "not_connected" or "unknown_session" or "stale_owner" or GatewayRefusal.LinkDown => FetchAgain.WhenConnected,
        "media_gone" or "media_corrupt" or "media_too_large" or "bad_request" => FetchAgain.Never,
        _ => FetchAgain.Soon,
    };
}
