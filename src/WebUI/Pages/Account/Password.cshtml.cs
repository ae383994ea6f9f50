using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>Another password, for who knows the present one; who does not asks for a link.</summary>
[Access(Access.Person)]
public sealed class PasswordModel(IMediator mediator) : AppPage
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ChangePassword(Input.Current ?? "", Input.Password ?? ""), ct);
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, error == AccountErrors.CurrentPasswordWrong ? "Input.Current" : "Input.Password", ct);
        }

        Notice = Say["Account.passwordChanged"];
        return RedirectToPage("/Account/Security");
    }

    public sealed class Typed
    {
        public string? Current { get; set; }

        public string? Password { get; set; }
    }
}
