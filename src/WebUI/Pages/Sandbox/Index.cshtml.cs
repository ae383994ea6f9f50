using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Sandbox;

/// <summary>One person plays both sides of the pretend network. It exists in Development with that network only.</summary>
[Access(Access.Tenant)]
public sealed class IndexModel(SandboxReader reader, ISandboxPhones handsets, IMediator mediator, Frame frame) : AppPage
{
    private const int LongestText = 4_000;

    [BindProperty(SupportsGet = true)]
    public string? Phone { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Customer { get; set; }

    public SandboxView View { get; private set; } = null!;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!frame.HasSandbox)
        {
            context.Result = NotFound();
        }
    }

    public override async Task LoadAsync(CancellationToken ct) => View = await reader.ReadAsync(Phone, Customer, ct);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnGetLiveAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Partial("_Live", View);
    }

    public async Task<IActionResult> OnPostPhoneAsync(string? number, string? name, CancellationToken ct)
    {
        Phone = SandboxNumber.Read(number);
        return await AnswerAsync(Phone is null ? SandboxErrors.InvalidNumber : await handsets.AddPhoneAsync(Phone, NameOf(name), ct), number, ct);
    }

    public async Task<IActionResult> OnPostCustomerAsync(string? number, string? name, CancellationToken ct)
    {
        var added = SandboxNumber.Read(number);
        Customer = added ?? Customer;
        return await AnswerAsync(added is null ? SandboxErrors.InvalidNumber : await handsets.AddCustomerAsync(added, NameOf(name), ct), number, ct);
    }

    /// <summary>The phone is held before the screen: the code that the shop shows at this moment.</summary>
    public async Task<IActionResult> OnPostScanAsync(CancellationToken ct)
    {
        var status = await mediator.Send(new GetWhatsAppStatus(null), ct);
        return await AnswerAsync(status?.Qr is { } qr ? await handsets.ScanAsync(Phone ?? "", qr, ct) : SandboxErrors.NoCode, null, ct);
    }

    public async Task<IActionResult> OnPostPairAsync(string? code, CancellationToken ct) =>
        await AnswerAsync(await handsets.EnterCodeAsync(Phone ?? "", PairingCode(code), ct), code, ct);

    public async Task<IActionResult> OnPostUnlinkAsync(int device, CancellationToken ct) =>
        await AnswerAsync(await handsets.UnlinkAsync(Phone ?? "", device, ct), null, ct);

    public Task<IActionResult> OnPostVendorSaysAsync(string? text, CancellationToken ct) =>
        SendAsync(new SandboxHandset(SandboxSide.Vendor, Phone ?? ""), Customer ?? "", text, ct);

    public Task<IActionResult> OnPostCustomerSaysAsync(string? text, CancellationToken ct) =>
        SendAsync(new SandboxHandset(SandboxSide.Customer, Customer ?? ""), Phone ?? "", text, ct);

    public async Task<IActionResult> OnPostTypingAsync(CancellationToken ct)
    {
        await handsets.TypeAsync(Customer ?? "", Phone ?? "", ct);
        return new NoContentResult();
    }

    private async Task<IActionResult> SendAsync(SandboxHandset from, string to, string? text, CancellationToken ct)
    {
        var words = text?.Trim() ?? "";
        return await AnswerAsync(words.Length is 0 or > LongestText ? SandboxErrors.EmptyText : await handsets.SendAsync(from, to, words, ct), text, ct);
    }

    private async Task<IActionResult> AnswerAsync(Result result, string? typed, CancellationToken ct)
    {
        if (result.IsOk && !IsHtmx)
        {
            return RedirectToPage(new { phone = Phone, customer = Customer });
        }

        await LoadAsync(ct);
        if (result.Error is { } error)
        {
            View = View with { Refused = Say.Of(error), Refusal = (Request.Query["handler"].ToString(), typed) };
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return IsHtmx ? Partial("_Live", View) : Page();
    }

    private static string PairingCode(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static string NameOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? "WaSaas" : typed.Trim();
}
