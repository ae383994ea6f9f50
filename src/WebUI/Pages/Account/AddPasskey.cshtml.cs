using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

[Access(Access.Person)]
public sealed class AddPasskeyModel(IMediator mediator) : SecurityChangePage
{
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public Named Input { get; set; } = new();

    /// <summary>The script follows the redirect when a proof is wanted first.</summary>
    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new BeginAddPasskey(), ct);
        return result.Error is { } error ? await RefuseOrProveAsync(error, null, ct) : Content(result.Value!, "application/json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new AddPasskey(Credential, Input.Name), ct);
        if (result.Error is { } error)
        {
            return await RefuseOrProveAsync(error, error == AccountErrors.PasskeyNameLength ? "Input.Name" : null, ct);
        }

        var security = (await mediator.Send(new GetSecurity(), ct))!;
        Notice = Say["Passkey.added"];
        return RedirectToPage(security.Factors.RecoveryCodes == 0 ? "/Account/RecoveryCodes" : "/Account/Security");
    }

    public sealed class Named
    {
        public string? Name { get; set; }
    }
}
