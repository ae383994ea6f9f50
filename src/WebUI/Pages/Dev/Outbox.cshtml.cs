using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Dev;

/// <summary>Mails that would have left, in Development only: a new vendor follows her links from here.</summary>
[Access(Access.Public)]
public sealed class OutboxModel(IMailOutbox outbox, IHostEnvironment environment) : AppPage
{
    private const int Shown = 50;

    public IReadOnlyList<OutboxMail> Mails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!environment.IsDevelopment() || !outbox.IsActive)
        {
            return NotFound();
        }

        Mails = await outbox.LatestAsync(Shown, ct);
        return Page();
    }

    /// <summary>The first link of a mail, to be followed with a click.</summary>
    public static string? LinkIn(OutboxMail mail) => mail.Body
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(word => Uri.TryCreate(word, UriKind.Absolute, out var link) && link.Scheme is "http" or "https");
}
