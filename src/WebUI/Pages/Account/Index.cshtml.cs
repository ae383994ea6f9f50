using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>Who is signed in, other shops of the same person, language, and the way out.</summary>
[Access(Access.Tenant)]
public sealed class IndexModel(IMediator mediator, Frame frame) : ProfilePage(frame)
{
    public Me Me { get; private set; } = null!;

    public override string Tab => "Person";

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Me = (await mediator.Send(new GetMe(), ct))!;
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
