using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using WaSaas.Application.Tenants;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;
using WaSaas.WebUI.Pages.Products;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Connect;

[Access(Access.Tenant)]
public sealed class IndexModel(IMediator mediator, ConnectReader reader, CatalogueRoom plans) : AppPage
{
    public ConnectView View { get; private set; } = null!;

    /// <summary>Linking is the owner's business, here as in the API; any member may switch the assistant.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is { HttpMethod: "Post", Name: not "Assistant" } && !IsOwner)
        {
            context.Result = Forbid();
        }
    }

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => View = await reader.ReadAsync(ct);

    public async Task<IActionResult> OnPostLinkAsync(LinkMethod method, string? phone, string? acceptedWarning, CancellationToken ct)
    {
        var result = await mediator.Send(new ConnectSession(null, method, phone, acceptedWarning), ct);

        // A second tap on the button while the first one already led somewhere is no reason to complain.
        return await AnswerAsync(result.Error == SessionErrors.AlreadyLinked ? null : result.Error, phone, ct);
    }

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken ct) =>
        await AnswerAsync((await mediator.Send(new ResumeSession(null), ct)).Error, null, ct);

    public async Task<IActionResult> OnPostDisconnectAsync(CancellationToken ct) =>
        await AnswerAsync((await mediator.Send(new DisconnectSession(null), ct)).Error, null, ct);

    public async Task<IActionResult> OnPostAssistantAsync(bool active, CancellationToken ct)
    {
        await mediator.Send(new SwitchAssistant(active), ct);
        if (!IsHtmx)
        {
            return RedirectToPage();
        }

        await LoadAsync(ct);
        return Partial("_AssistantSwitch", View);
    }

    private async Task<IActionResult> AnswerAsync(Error? error, string? phone, CancellationToken ct)
    {
        if (error is null && !IsHtmx)
        {
            return RedirectToPage();
        }

        await LoadAsync(ct);
        if (error is not null)
        {
            View = View with { Refused = Say.Of(plans.Explain(error)), Phone = phone };
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return IsHtmx ? Partial("_Connect", View) : Page();
    }
}
