using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

[Access(Access.Public)]
public sealed class ForgotPasswordModel(IMediator mediator) : AppPage
{
    [BindProperty]
    public Address Input { get; set; } = new();

    /// <summary>The same for known and unknown addresses.</summary>
    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new RequestPasswordReset(Input.Email ?? ""), ct);
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, "Input.Email", ct);
        }

        IsSent = true;
        return Page();
    }

    public sealed class Address
    {
        public string? Email { get; set; }
    }
}
