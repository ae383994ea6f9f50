using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>Another address: a link goes there, and nothing changes before it is followed.</summary>
[Access(Access.Person)]
public sealed class EmailModel(IMediator mediator) : SecurityChangePage
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Person = (await mediator.Send(new GetMe(), ct))!.Person;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new RequestEmailChange(Input.Email ?? ""), ct);
        if (result.Error is { } error)
        {
            return await RefuseOrProveAsync(error, "Input.Email", ct);
        }

        Notice = Say["Account.emailSent", Input.Email?.Trim() ?? ""];
        return RedirectToPage("/Index");
    }

    public sealed class Typed
    {
        public string? Email { get; set; }
    }
}
