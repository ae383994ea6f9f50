using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.Domain.WhatsApp;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages;

/// <summary>The front door: to where this visitor has something to do.</summary>
[Access(Access.Public)]
public sealed class IndexModel(Frame frame) : AppPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await frame.ShopAsync(ct) is not { } shop)
        {
            return RedirectToPage(User switch
            {
                { Identity.IsAuthenticated: not true } => "/Account/SignIn",
                _ when User.HasClaim(AccessRules.RoleClaim, AccessRules.OperatorRole) => "/Ops/Jobs",
                _ when User.HasClaim(AccessRules.RoleClaim, PersonClaims.OperatorInWaiting) => "/Account/Security",
                _ => "/Account/Shops",
            });
        }

        return shop.Session == SessionState.Idle ? RedirectToPage("/Connect/Index") : RedirectToPage("/Dashboard/Index");
    }
}
