using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>The shops of a person who is in none at present: she left, or the plan has no room for her, and here it says so.</summary>
[Access(Access.Person)]
public sealed class ShopsModel(IMediator mediator) : AppPage
{
    public Me Me { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Me = (await mediator.Send(new GetMe(), ct))!;

    public async Task<IActionResult> OnPostAsync(Guid shop, CancellationToken ct)
    {
        var result = await mediator.Send(new ChooseShop(new TenantId(shop)), ct);
        return result.IsOk ? RedirectToPage("/Index") : await RefuseAsync(result.Error!, null, ct);
    }
}
