using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>How the person signs in, and where she is signed in. Also for operators, who may have no shop.</summary>
[Access(Access.Person)]
public sealed class SecurityModel(IMediator mediator, Frame frame) : ProfilePage(frame)
{
    public override string Tab => "Security";

    public SecurityView Security { get; private set; } = null!;

    public bool HasShop => User.HasClaim(c => c.Type == AccessRules.ShopClaim);

    /// <summary>Runs the installation, but proved only a password.</summary>
    public bool MustProveMore => User.HasClaim(AccessRules.RoleClaim, PersonClaims.OperatorInWaiting);

    public bool IsOperator => User.HasClaim(AccessRules.RoleClaim, AccessRules.OperatorRole);

    public string Zone => HasShop ? View.Shop.TimeZone : "Etc/UTC";

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Security = (await mediator.Send(new GetSecurity(), ct))!;
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string id, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new RemovePasskey(id), ct), "Passkey.removed", ct);

    public async Task<IActionResult> OnPostTurnOffAsync(CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new TurnOffAuthenticator(), ct), "Authenticator.off", ct);

    /// <param name="place">Without one: everywhere else.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<IActionResult> OnPostEndAsync(string? place, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new EndSignIn(place), ct), "SignIns.ended", ct);

    private async Task<IActionResult> DoneAsync(Result result, string notice, CancellationToken ct)
    {
        if (result.Error is { } error)
        {
            return SecurityChangePage.ToProof(this, error) ?? await RefuseAsync(error, null, ct);
        }

        Notice = Say[notice];
        return RedirectToPage("/Account/Security");
    }
}
