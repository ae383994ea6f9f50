using Microsoft.AspNetCore.Mvc;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>Leads to the first tab, and to the one that has an address of its own.</summary>
[Access(Access.Tenant)]
public sealed class IndexModel : AppPage
{
    public IActionResult OnGet(string? tab) => tab switch
    {
        null => RedirectToPage(IsOwner ? "/Settings/Shop" : "/Settings/Playground"),
        "connection" => RedirectToPage("/Connect/Index"),
        _ => NotFound(),
    };
}
