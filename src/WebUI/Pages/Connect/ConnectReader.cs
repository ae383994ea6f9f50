using MediatR;
using WaSaas.Application.WhatsApp;

namespace WaSaas.WebUI.Pages.Connect;

/// <summary>Reads the view for the page and for its live parts.</summary>
public sealed class ConnectReader(IMediator mediator, Frame frame, IWhatsAppNetwork network, TimeProvider clock)
{
    public async Task<ConnectView> ReadAsync(CancellationToken ct)
    {
        var status = await mediator.Send(new GetWhatsAppStatus(null), ct);
        var shop = await frame.ShopAsync(ct);
        return new ConnectView(status!, shop!.TimeZone, clock.GetUtcNow(), network.Kind == WhatsAppNetwork.WhatsApp);
    }
}
