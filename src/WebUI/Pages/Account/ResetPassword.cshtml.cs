using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>Where the mailed link leads. Looking at it uses nothing up; only the form does.</summary>
[Access(Access.Public)]
public sealed class ResetPasswordModel(IMediator mediator) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid UserId { get; set; }

    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    [BindProperty]
    public NewPassword Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ResetPassword(new UserId(UserId), Token ?? "", Input.Password ?? ""), ct);
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, error.Code == AccountErrors.LinkInvalid.Code ? null : "Input.Password", ct);
        }

        Notice = Say["Reset.done"];
        return RedirectToPage("/Account/SignIn");
    }

    public sealed class NewPassword
    {
        public string? Password { get; set; }
    }
}
