using System.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Conversations.Media;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>The vendor plays a customer: a conversation of the simulator for each person, and what the assistant did beside it.</summary>
[Access(Access.Tenant)]
[UsesMicrophone]
[RequestSizeLimit(SimulatedFiles.MaxBytes + 65_536)]
[RequestFormLimits(MultipartBodyLengthLimit = SimulatedFiles.MaxBytes + 65_536)]
public sealed class PlaygroundModel(Simulator simulator, SimulatedFiles files, PlaygroundReader reader, IMediator mediator, ICurrentUser user) : AppPage
{
    private const string EmbeddedBrain = "embedded";
    private const int LongestJump = 24 * 30;

    /// <summary>How to haggle in the next turn; null = as the shop does.</summary>
    [BindProperty(SupportsGet = true, Name = "style")]
    public NegotiationStyle? Style { get; set; }

    /// <summary>embedded: no model is asked in the next turn.</summary>
    [BindProperty(SupportsGet = true, Name = "brain")]
    public string? Brain { get; set; }

    /// <summary>Which answer is explained, from 1; null = the last.</summary>
    [BindProperty(SupportsGet = true, Name = "turn")]
    public int? Turn { get; set; }

    public PlaygroundView View { get; private set; } = null!;

    public bool EmbeddedOnly => Brain == EmbeddedBrain;

    private string Conversation => $"playground-{user.Id?.Value:n}";

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => View = await reader.ReadAsync(Conversation, Turn, ct);

    /// <summary>One burst of what was tried; the case in the format of the evaluation.</summary>
    public async Task<IActionResult> OnGetCaseAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return View is { Thread: { } thread, Desk: { } desk }
            ? File(Encoding.UTF8.GetBytes(SavedCase.Of(thread, desk)), "application/jsonl", $"wasaas-{thread.Messages[0].At:yyyyMMdd-HHmmss}.jsonl")
            : NotFound();
    }

    public async Task<IActionResult> OnPostSayAsync(PlaygroundInput input, CancellationToken ct)
    {
        await LoadAsync(ct);
        var message = input.IsFile ? await TakeAsync(input, ct) : input.Read(View.PresetLine);
        if (message.Error is null)
        {
            await simulator.SendAsync(Conversation, [message.Value!], ct, trial: new Trial(Style, EmbeddedOnly));
        }

        return await AnswerAsync(message.Error, ct);
    }

    private async Task<Result<SimulatedMessage>> TakeAsync(PlaygroundInput input, CancellationToken ct)
    {
        if (input.Words?.Length > MessageContent.MaxTextLength)
        {
            return ConversationErrors.MessageTooLong;
        }

        var taken = await files.TakeAsync(await input.ReadFileAsync(ct), input.Words, ct);
        return taken.Value is { } content ? new SimulatedMessage(false, content) : taken.Error!;
    }

    public async Task<IActionResult> OnPostForwardAsync(int hours, CancellationToken ct)
    {
        var result = await mediator.Send(new PutSimulationForward(Conversation, TimeSpan.FromHours(Math.Clamp(hours, 1, LongestJump))), ct);
        return await AnswerAsync(result.Error == Error.NotFound ? null : result.Error, ct);
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        await simulator.ResetAsync(Conversation, ct);
        return await AnswerAsync(null, ct);
    }

    private async Task<IActionResult> AnswerAsync(Error? refused, CancellationToken ct)
    {
        if (refused is null && !IsHtmx)
        {
            return RedirectToPage(new { style = Style, brain = Brain });
        }

        Turn = null;
        await LoadAsync(ct);
        if (refused is not null)
        {
            View = View with { Refused = Say.Of(refused) };
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return IsHtmx ? Partial("_PlaygroundLive", View) : Page();
    }
}
