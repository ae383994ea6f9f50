using MediatR;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants;
using WaSaas.Application.WhatsApp;

namespace WaSaas.WebUI.Pages;

/// <summary>What the frame around every page shows, read once per request.</summary>
public sealed class Frame(IMediator mediator, ITenantScope tenant, IWhatsAppNetwork network, IHostEnvironment environment)
{
    private ShopFrame? _shop;

    /// <summary>The pretend network and the mail outbox are for developers only.</summary>
    public bool HasSandbox => environment.IsDevelopment() && network.Kind == WhatsAppNetwork.Sandbox;

    public bool HasOutbox => environment.IsDevelopment();

    /// <summary>Null for visitors.</summary>
    public async Task<ShopFrame?> ShopAsync(CancellationToken ct = default) =>
        tenant.IsSet ? _shop ??= await mediator.Send(new GetShop(), ct) : null;

    /// <summary>Null for visitors.</summary>
    public async Task<FrameView?> ViewAsync(string page, CancellationToken ct = default) =>
        await ShopAsync(ct) is { } shop ? new FrameView(shop, page, HasSandbox, HasOutbox) : null;
}

/// <param name="Shop">The shop.</param>
/// <param name="Page">Name of the page that is shown.</param>
/// <param name="HasSandbox">Offer the pretend network.</param>
/// <param name="HasOutbox">Offer the mails of development.</param>
public sealed record FrameView(ShopFrame Shop, string Page, bool HasSandbox, bool HasOutbox)
{
    public string Initials => string.Concat(Shop.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => char.ToUpperInvariant(word[0])));

    public int UsedPercent => Shop.UsedPercent;

    public bool Is(string page) => Page == page || (page == "messages" && Page == "thread");
}
