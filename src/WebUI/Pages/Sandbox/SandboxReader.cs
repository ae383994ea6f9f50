using MediatR;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Pages.Sandbox;

/// <summary>Reads both handsets, for the page and for its parts that are drawn again.</summary>
public sealed class SandboxReader(ISandboxPhones handsets, IMediator mediator, Frame frame)
{
    public async Task<SandboxView> ReadAsync(string? phone, string? customer, CancellationToken ct)
    {
        var status = await mediator.Send(new GetWhatsAppStatus(null), ct);
        var shop = await frame.ShopAsync(ct);
        var view = new SandboxView(status!, shop!.TimeZone, shop.Name);
        var phones = await handsets.PhonesAsync(ct);
        var customers = await handsets.CustomersAsync(ct);
        if (phones.Value is null || customers.Value is null)
        {
            return view with { IsDown = true };
        }

        view = view with
        {
            Phones = phones.Value,
            Phone = Find(phones.Value, p => p.Number, phone, status!.Number),
            Customers = customers.Value,
            Customer = Find(customers.Value, c => c.Number, customer, null),
        };
        return view is { Phone: { } own, Customer: { } other } ? await WithChatsAsync(view, own.Number, other.Number, ct) : view;
    }

    private async Task<SandboxView> WithChatsAsync(SandboxView view, string phone, string customer, CancellationToken ct)
    {
        var theirs = await handsets.ChatAsync(new SandboxHandset(SandboxSide.Customer, customer), phone, ct);
        if (theirs.Value is { } chat && chat.Messages.Any(m => m is { Outgoing: false, Status: < SandboxStatus.Read }))
        {
            // The chat is on the screen, so the customer reads it; the ticks travel like those of a real phone.
            await handsets.ReadAsync(customer, phone, ct);
        }

        var ours = await handsets.ChatAsync(new SandboxHandset(SandboxSide.Vendor, phone), customer, ct);
        return theirs.Error == SandboxErrors.Down || ours.Error == SandboxErrors.Down
            ? view with { IsDown = true }
            : view with { CustomerChat = theirs.Value ?? SandboxChat.Empty, VendorChat = ours.Value ?? SandboxChat.Empty };
    }

    /// <summary>The one that was asked for, else the one that suggests itself, else the first.</summary>
    private static T? Find<T>(IReadOnlyList<T> all, Func<T, string> number, string? asked, string? likely)
        where T : class =>
        all.FirstOrDefault(x => number(x) == asked) ?? all.FirstOrDefault(x => number(x) == likely) ?? (all.Count > 0 ? all[0] : null);
}
