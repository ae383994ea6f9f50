using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Pages.Shared;
using WaSaas.WebUI.Security;
using WaSaas.WebUI.TagHelpers;

namespace WaSaas.WebUI.Pages.Ops;

/// <summary>The inbox of the provider's notices, with another try.</summary>
[Access(Access.Operator)]
public sealed class BillingEventsModel(IMediator mediator) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public BillingEventState? State { get; set; }

    public NoticeList Notices { get; private set; } = new([], new Dictionary<BillingEventState, int>());

    public IReadOnlyList<FilterChip> Chips =>
    [
        new(Say["Ops.all"], "/ops/billing-events", State is null),
        .. Enum.GetValues<BillingEventState>().Select(state => new FilterChip(
            $"{Say["BillingEventState." + state]} {Notices.Counts.GetValueOrDefault(state)}", $"/ops/billing-events?state={state}", State == state)),
    ];

    public static PillKind Kind(BillingEventState state) => state switch
    {
        BillingEventState.Done => PillKind.Ok,
        BillingEventState.Pending => PillKind.Info,
        BillingEventState.Rejected => PillKind.Warn,
        BillingEventState.Failed => PillKind.Bad,
        _ => PillKind.Neutral,
    };

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Notices = await mediator.Send(new ListNotices(State), ct);

    public async Task<IActionResult> OnPostRetryAsync(string? notice, CancellationToken ct)
    {
        var result = await mediator.Send(new RetryNotice(notice ?? ""), ct);
        if (result.Error == Error.NotFound)
        {
            return NotFound();
        }

        Notice = Say["Ops.done"];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostBackfillAsync(CancellationToken ct)
    {
        try
        {
            await mediator.Send(new BackfillNotices(Days: 30), ct);
            Notice = Say["Ops.done"];
            return RedirectToPage();
        }
        catch (BillingException e)
        {
            return await RefuseAsync(BillingErrors.Of(e), null, ct);
        }
    }
}
