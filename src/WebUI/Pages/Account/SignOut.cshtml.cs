using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>Ends the sign-in; the browser is told to forget what it kept of these pages.</summary>
[Access(Access.Public)]
public sealed class SignOutModel(IMediator mediator) : AppPage
{
    public IActionResult OnGet() => RedirectToPage("/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await mediator.Send(new SignOut(), ct);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return RedirectToPage("/Account/SignIn");
    }
}
