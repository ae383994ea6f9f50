using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>The app gets its secret and shows with a code that it has it; then the recovery codes are shown, once.</summary>
[Access(Access.Person)]
public sealed class AuthenticatorModel(IMediator mediator) : SecurityChangePage
{
    [BindProperty]
    public string? Ticket { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public AuthenticatorOffer Offer { get; private set; } = null!;

    public IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>In groups of four, for typing.</summary>
    public string Secret => string.Join(' ', Offer.Secret.Chunk(4).Select(group => new string(group)));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new OfferAuthenticator(), ct);
        if (result.Error is { } error)
        {
            return await RefuseOrProveAsync(error, null, ct);
        }

        Offer = result.Value!;
        return Page();
    }

    /// <summary>A form that comes back has a new secret: what the app learned before is no secret of the account's.</summary>
    public override async Task LoadAsync(CancellationToken ct) => Offer = (await mediator.Send(new OfferAuthenticator(), ct)).Value!;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new TurnOnAuthenticator(Ticket, Input.Code), ct);
        if (result.Error is { } error)
        {
            return await RefuseOrProveAsync(error, "Input.Code", ct);
        }

        Codes = result.Value;
        return Page();
    }

    public sealed class Typed
    {
        public string? Code { get; set; }
    }
}
