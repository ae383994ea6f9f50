using Microsoft.AspNetCore.Mvc;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages;

/// <summary>The language switch: a form, because a GET changes nothing.</summary>
[Access(Access.Public)]
public sealed class LanguageModel(LanguageCookie cookie) : AppPage
{
    public IActionResult OnGet() => RedirectToPage("/Index");

    public IActionResult OnPost(string? language, string? returnUrl)
    {
        cookie.Write(HttpContext, Languages.Of(language));
        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToPage("/Index");
    }
}
