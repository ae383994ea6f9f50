using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>Who is signed in, the shop's plan, other shops of the same person, language, and the way out.</summary>
[Access(Access.Tenant)]
public sealed class IndexModel(IMediator mediator, Frame frame) : AppPage
{
    public Me Me { get; private set; } = null!;

    public FrameView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Me = (await mediator.Send(new GetMe(), ct))!;
        View = (await frame.ViewAsync("account", ct))!;
    }

    public async Task<IActionResult> OnPostShopAsync(Guid shop, CancellationToken ct)
    {
        var result = await mediator.Send(new ChooseShop(new TenantId(shop)), ct);
        return result.IsOk ? RedirectToPage("/Index") : await RefuseAsync(result.Error!, null, ct);
    }

    public async Task<IActionResult> OnPostConfirmationAsync(CancellationToken ct)
    {
        await mediator.Send(new RequestEmailConfirmation(), ct);
        Notice = Say["Account.confirmationSent"];
        return RedirectToPage();
    }
}
