using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>Before a change of security: the signed-in person proves again who she is, as at sign-in.</summary>
[Access(Access.Person)]
public sealed class ProveModel(IMediator mediator) : PasskeySignInPage(mediator)
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public string Email { get; private set; } = "";

    public bool HasPasskey { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var security = (await Mediator.Send(new GetSecurity(), ct))!;
        (Email, HasPasskey) = (security.Person.Email, security.Passkeys.Count > 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return await AfterPasswordAsync(await Mediator.Send(new SignIn(Email, Input.Password ?? ""), ct), ct);
    }

    public sealed class Typed
    {
        public string? Password { get; set; }
    }
}
