using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>Where the mail to the new address leads: one button, because mail scanners open links too.</summary>
[Access(Access.Public)]
public sealed class ChangeEmailModel(IMediator mediator) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid UserId { get; set; }

    [BindProperty(SupportsGet = true, Name = "email")]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ChangeEmail(new UserId(UserId), Email ?? "", Token ?? ""), ct);
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, null, ct);
        }

        Notice = Say["Account.emailChanged"];
        return RedirectToPage("/Index");
    }
}
