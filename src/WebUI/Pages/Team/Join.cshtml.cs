using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Tenants.Team;
using WaSaas.Domain.Tenants;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Pages.Ops;
using WaSaas.WebUI.Pages.Products;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Team;

/// <summary>Where the mailed invitation leads. Looking at it uses nothing up; only the form does.</summary>
[Access(Access.Public)]
public sealed class JoinModel(IMediator mediator, InShop inShop, CatalogueRoom room) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    [BindProperty]
    public Newcomer Input { get; set; } = new();

    /// <summary>Null when the link is not good (any more).</summary>
    public InvitationView? Invited { get; private set; }

    public string Here => Url.Page("/Team/Join", new { token = Token })!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Invited = await mediator.Send(new GetInvitation(Token ?? ""), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Invited?.Invitation is not { } invitation)
        {
            return await AgainAsync(ct);
        }

        var accept = new AcceptInvitation(Token ?? "", Input.Name, Input.Password, Languages.Current);
        var result = await inShop.SendAsync(invitation.TenantId, accept, ct);
        if (result.Error is { } error)
        {
            return await RefuseAsync(room.Explain(error), FieldOf(error.Code), ct);
        }

        Notice = Say["Join.done", invitation.ShopName];
        return RedirectToPage("/Index");
    }

    private static string? FieldOf(string code) => code switch
    {
        "password_length" or "password_guessable" => "Input.Password",
        _ when code == TeamErrors.PersonNameLength.Code => "Input.Name",
        _ => null,
    };

    public sealed class Newcomer
    {
        public string? Name { get; set; }

        public string? Password { get; set; }
    }
}
