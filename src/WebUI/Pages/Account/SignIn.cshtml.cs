using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

[Access(Access.Public)]
public sealed class SignInModel(IMediator mediator) : PasskeySignInPage(mediator)
{
    [BindProperty]
    public Credentials Input { get; set; } = new();

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? RedirectToPage("/Index") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AfterPasswordAsync(await Mediator.Send(new SignIn(Input.Email ?? "", Input.Password ?? ""), ct), ct);

    public sealed class Credentials
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
