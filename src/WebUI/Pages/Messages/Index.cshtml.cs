using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Conversations;
using WaSaas.Application.Conversations.Media;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Messages;

[Access(Access.Tenant)]
public sealed class IndexModel(IMediator mediator, MessagesReader reader) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "filter")]
    public string? Filter { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    public InboxView Inbox { get; private set; } = null!;

    public ThreadView? Thread { get; private set; }

    /// <summary>What was typed and not sent.</summary>
    public string? Draft { get; private set; }

    public string? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Id is null || Thread is not null ? Page() : NotFound();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Inbox = await reader.InboxAsync(Filter, Search, Id, ct);
        Thread = Id is { } id ? await reader.ThreadAsync(id, ct) : null;
    }

    public async Task<IActionResult> OnPostSendAsync(string? text, Guid key, CancellationToken ct)
    {
        var result = await mediator.Send(new SendAsVendor(new ConversationId(Id ?? Guid.Empty), text ?? "", key), ct);
        Draft = text;
        return await AnswerAsync(result, "_Thread", ct);
    }

    public async Task<IActionResult> OnPostTakeOverAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new TakeOver(new ConversationId(Id ?? Guid.Empty)), ct);
        return await AnswerAsync(result.Error == ConversationErrors.AlreadyTakenOver ? Result.Ok : result, "_TakeoverSwitch", ct);
    }

    public async Task<IActionResult> OnPostGiveBackAsync(CancellationToken ct) =>
        await AnswerAsync(await mediator.Send(new GiveBack(new ConversationId(Id ?? Guid.Empty)), ct), "_TakeoverSwitch", ct);

    public async Task<IActionResult> OnPostTranscriptAsync(Guid message, string? text, bool answer, CancellationToken ct)
    {
        var result = await mediator.Send(new CorrectTranscript(new ConversationId(Id ?? Guid.Empty), new MessageId(message), text ?? "", answer), ct);
        return await AnswerAsync(result, "_Thread", ct);
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid message, CancellationToken ct) =>
        await AnswerAsync(await mediator.Send(new SendAgain(new ConversationId(Id ?? Guid.Empty), new MessageId(message)), ct), "_Thread", ct);

    public async Task<IActionResult> OnPostSeenAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new MarkSeen(new ConversationId(Id ?? Guid.Empty)), ct);
        return result.IsOk && IsHtmx ? new NoContentResult() : await AnswerAsync(result, "_Thread", ct);
    }

    private async Task<IActionResult> AnswerAsync(Result result, string part, CancellationToken ct)
    {
        if (result.Error == Error.NotFound)
        {
            return NotFound();
        }

        if (result.IsOk && !IsHtmx)
        {
            return RedirectToPage(new { id = Id, filter = Filter, q = Search });
        }

        await LoadAsync(ct);
        if (result.Error is { } refused)
        {
            Refused = Say.Of(refused);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return IsHtmx ? Partial(part, Thread) : Page();
    }
}
