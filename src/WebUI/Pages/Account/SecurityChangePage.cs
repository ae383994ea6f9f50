using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>Pages that change how somebody signs in: when her sign-in is not fresh, she proves herself first and comes back.</summary>
public abstract class SecurityChangePage : AppPage
{
    protected async Task<IActionResult> RefuseOrProveAsync(Error error, string? field, CancellationToken ct) =>
        ToProof(this, error) ?? await RefuseAsync(error, field, ct);

    internal static IActionResult? ToProof(AppPage page, Error? error) =>
        error == AccountErrors.SignInStale ? page.RedirectToPage("/Account/Prove", new { ReturnUrl = page.Request.Path.Value }) : null;
}
