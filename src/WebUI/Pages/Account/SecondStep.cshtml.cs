using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>After the password: a code of the app or from paper, or a passkey.</summary>
[Access(Access.Public)]
public sealed class SecondStepModel(IMediator mediator) : PasskeySignInPage(mediator)
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Null: nobody gave a password here, or too long ago.</summary>
    public Factors? Factors { get; private set; }

    protected override bool IsMissing => Factors is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return IsMissing ? RedirectToPage("/Account/SignIn", new { ReturnUrl }) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct) => Factors = await Mediator.Send(new GetSecondStep(), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await Mediator.Send(new EnterCode(Input.Code), ct);
        if (result.Error == AccountErrors.SecondStepOver)
        {
            Notice = Say.Of(result.Error!);
            return RedirectToPage("/Account/SignIn", new { ReturnUrl });
        }

        return result.Error is { } error ? await RefuseAsync(error, "Input.Code", ct) : await InAsync(result, ct);
    }

    public sealed class Typed
    {
        public string? Code { get; set; }
    }
}
