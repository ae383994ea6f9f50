using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>Makes codes and shows them in the same answer: they are kept nowhere.</summary>
[Access(Access.Person)]
public sealed class RecoveryCodesModel(IMediator mediator) : SecurityChangePage
{
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new RenewRecoveryCodes(), ct);
        if (result.Error is { } error)
        {
            return await RefuseOrProveAsync(error, null, ct);
        }

        Codes = result.Value;
        return Page();
    }
}
