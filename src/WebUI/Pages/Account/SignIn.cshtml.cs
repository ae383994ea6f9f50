using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

[Access(Access.Public)]
public sealed class SignInModel(IMediator mediator) : AppPage
{
    [BindProperty]
    public Credentials Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? RedirectToPage("/Index") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new SignIn(Input.Email ?? "", Input.Password ?? ""), ct);
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, null, ct);
        }

        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage("/Index");
    }

    public sealed class Credentials
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
