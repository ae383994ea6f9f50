using System.Security.Cryptography;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using WaSaas.Application.WhatsApp;
using WaSaas.WebUI.Sandbox;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Sandbox;

/// <summary>Development with the pretend network only: a newcomer plays vendor and customers in one browser.</summary>
[Access(Access.Tenant)]
public sealed class IndexModel(IMediator mediator, Frame frame, SandboxClient sandbox) : AppPage
{
    private const int ShownCustomers = 6;

    public SandboxView View { get; private set; } = null!;

    public string? Refused { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!frame.HasSandbox)
        {
            context.Result = NotFound();
        }
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>What the screens show now; asked every two seconds.</summary>
    public async Task<IActionResult> OnGetScreensAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Partial("_Screens", View);
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        var status = await StatusAsync(ct);
        var number = await NumberAsync(status, ct);
        var chats = new List<SandboxCustomerView>();
        foreach (var customer in (await sandbox.CustomersAsync(ct)).Take(ShownCustomers))
        {
            chats.Add(new SandboxCustomerView(customer, await sandbox.ChatAsync(customer.Number, number, ct)));
        }

        View = new SandboxView(number, await sandbox.PhoneAsync(number, ct), status.Qr is not null, status.Number is not null, chats);
    }

    public async Task<IActionResult> OnPostScanAsync(CancellationToken ct)
    {
        var status = await StatusAsync(ct);
        return await WithPhoneAsync(number => status.Qr is { } qr ? sandbox.ScanAsync(number, qr, ct) : Task.FromResult<string?>("expired_code"), ct);
    }

    public Task<IActionResult> OnPostPairAsync(string? code, CancellationToken ct) =>
        WithPhoneAsync(number => sandbox.PairAsync(number, (code ?? "").Replace("-", "", StringComparison.Ordinal).Trim().ToUpperInvariant(), ct), ct);

    public Task<IActionResult> OnPostUnlinkAsync(CancellationToken ct) => WithPhoneAsync(number => sandbox.UnlinkAsync(number, ct), ct);

    public Task<IActionResult> OnPostWriteAsync(string? to, string? text, CancellationToken ct) =>
        WithPhoneAsync(number => sandbox.VendorSaysAsync(number, to ?? "", text ?? "", ct), ct);

    public async Task<IActionResult> OnPostCustomerAsync(string? name, CancellationToken ct)
    {
        var number = "+22891" + RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        return await AnswerAsync(await sandbox.AddCustomerAsync(number, string.IsNullOrWhiteSpace(name) ? "Kossi" : name.Trim(), ct), ct);
    }

    public async Task<IActionResult> OnPostSayAsync(string? from, string? text, CancellationToken ct)
    {
        var number = await NumberAsync(await StatusAsync(ct), ct);
        return await AnswerAsync(await sandbox.CustomerSaysAsync(from ?? "", number, text ?? "", ct), ct);
    }

    private async Task<WhatsAppStatus> StatusAsync(CancellationToken ct) => (await mediator.Send(new GetWhatsAppStatus(null), ct))!;

    private async Task<string> NumberAsync(WhatsAppStatus status, CancellationToken ct) =>
        status.Number ?? SandboxView.NumberOf((await frame.ShopAsync(ct))!.Id);

    private async Task<IActionResult> WithPhoneAsync(Func<string, Task<string?>> wish, CancellationToken ct)
    {
        var number = await NumberAsync(await StatusAsync(ct), ct);
        var name = (await frame.ShopAsync(ct))!.Name;
        return await AnswerAsync(await sandbox.AddPhoneAsync(number, name, ct) ?? await wish(number), ct);
    }

    private async Task<IActionResult> AnswerAsync(string? refusal, CancellationToken ct)
    {
        if (refusal is null)
        {
            return RedirectToPage();
        }

        Refused = Say.Find("Sandbox.error." + refusal) ?? Say["Sandbox.error", refusal];
        return await AgainAsync(ct);
    }
}
