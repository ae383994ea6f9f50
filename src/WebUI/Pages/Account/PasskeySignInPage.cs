using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>Pages on which somebody proves who she is: a passkey works on each of them.</summary>
public abstract class PasskeySignInPage(IMediator mediator) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    protected IMediator Mediator => mediator;

    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken ct) =>
        Content(await mediator.Send(new BeginPasskeySignIn(), ct), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct) =>
        await InAsync(await mediator.Send(new SignInWithPasskey(Credential), ct), ct);

    protected async Task<IActionResult> InAsync(Result result, CancellationToken ct)
    {
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, null, ct);
        }

        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage("/Index");
    }

    protected async Task<IActionResult> AfterPasswordAsync(Result<SignInProgress> result, CancellationToken ct) =>
        result is { IsOk: true, Value: SignInProgress.CodeWanted }
            ? RedirectToPage("/Account/SecondStep", new { ReturnUrl })
            : await InAsync(new Result(result.Error), ct);
}
