using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Billing;

/// <summary>The pages of the pretended provider: pay, or change the card. Not there with any other provider.</summary>
[Access(Access.TenantOwner)]
public sealed class PretendModel(IMediator mediator, IServiceProvider services) : BillingPage
{
    private readonly IPretendedBilling? _pretended = services.GetService<IPretendedBilling>();

    [BindProperty(SupportsGet = true, Name = "id")]
    public string? Id { get; set; }

    public Checkout? Checkout { get; private set; }

    /// <summary>With its interval, for the plan of the page; null when there is none.</summary>
    public string? Price { get; private set; }

    public bool CardWorks { get; private set; }

    public string Heading => Say[Checkout is null ? "Billing.pretendCard" : "Billing.pretendTitle"];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return IsThere ? Page() : NotFound();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        if (_pretended is null)
        {
            return;
        }

        CardWorks = await _pretended.DoesCardWorkAsync(ct);
        var found = Id is null ? null : await services.GetRequiredService<IBillingGateway>().FindCheckoutAsync(Id, ct);
        Checkout = found is { State: CheckoutState.Open } ? found : null;
        var prices = Checkout is null ? null : await mediator.Send(new GetPlanPrices(), ct);
        Price = prices?.FirstOrDefault(p => p.Plan == Checkout!.Plan && p.Interval == Checkout.Interval) is { } price
            ? $"{MoneyText.Of(price.Amount, Languages.Current)} {Say["PlanEach." + price.Interval]}"
            : null;
    }

    public async Task<IActionResult> OnPostPayAsync(bool works, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Checkout is null)
        {
            return NotFound();
        }

        return await _pretended!.PayAsync(Checkout.Id, works, ct)
            ? RedirectToPage("/Billing/Return", new { session_id = Checkout.Id, id = (string?)null })
            : await RefuseAsync(BillingErrors.CardDeclined(Say["Billing.pretendDeclined"]), null, ct);
    }

    public async Task<IActionResult> OnPostCardAsync(bool works, CancellationToken ct)
    {
        if (_pretended is null || Id is not null)
        {
            return NotFound();
        }

        await _pretended.ChooseCardAsync(works, ct);
        await mediator.Send(new ReconcileBilling(), ct);
        return ToPlan(Say["Billing.pretendCardChanged"]);
    }

    private bool IsThere => _pretended is not null && (Id is null || Checkout is not null);
}
