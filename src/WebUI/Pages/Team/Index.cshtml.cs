using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tenants.Team;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Pages.Products;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Team;

/// <summary>Who serves the customers, who was asked to, and how many the plan holds.</summary>
[Access(Access.TenantOwner)]
public sealed class IndexModel(IMediator mediator, Frame frame, CatalogueRoom room, TimeProvider clock) : AppPage
{
    [BindProperty]
    public NewInvitation Input { get; set; } = new();

    public TeamView Team { get; private set; } = null!;

    public ShopFrame Shop { get; private set; } = null!;

    public IEnumerable<SelectListItem> LanguagesOfMail => [new(Say["Settings.french"], "fr"), new(Say["Settings.english"], "en")];

    /// <summary>No place is left, and which plan has more.</summary>
    public string Full => Say.Of(room.Explain(SubscriptionErrors.PeopleLimit(Team.Limit)));

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Shop = (await frame.ShopAsync(ct))!;
        Team = await mediator.Send(new GetTeam(), ct);
    }

    public string Day(DateTimeOffset at) => Moments.Day(at, clock.GetUtcNow(), Shop.TimeZone);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new InvitePerson(Input.Email ?? "", Input.Language), ct);
        return await DoneAsync(result, "Input.Email", Say["Team.sent", Input.Email ?? ""], ct);
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid invitation, CancellationToken ct)
    {
        await LoadAsync(ct);
        var email = Team.Invitations.FirstOrDefault(i => i.Id.Value == invitation)?.Email;
        return await DoneAsync(await mediator.Send(new ResendInvitation(new InvitationId(invitation), Shop.Language), ct), null, Say["Team.sent", email ?? ""], ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new WithdrawInvitation(new InvitationId(invitation)), ct), null, Say["Team.withdrawn"], ct);

    public async Task<IActionResult> OnPostRemoveAsync(Guid person, CancellationToken ct)
    {
        await LoadAsync(ct);
        var name = Team.Members.FirstOrDefault(m => m.Id.Value == person) is { } member ? NameOf(member) : "";
        return await DoneAsync(await mediator.Send(new RemoveMember(new UserId(person)), ct), null, Say["Team.removed", name], ct);
    }

    public static string NameOf(TeamMember member) => member.Name.Length > 0 ? member.Name : member.Email;

    private async Task<IActionResult> DoneAsync(Result result, string? field, string notice, CancellationToken ct)
    {
        if (result.Error is { } error)
        {
            return await RefuseAsync(room.Explain(error), field, ct);
        }

        Notice = notice;
        return RedirectToPage("/Team/Index");
    }

    public sealed class NewInvitation
    {
        public string? Email { get; set; }

        public string Language { get; set; } = Languages.Current;
    }
}
