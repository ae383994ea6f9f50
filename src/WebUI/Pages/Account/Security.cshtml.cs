using MediatR;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>How the person signs in.</summary>
[Access(Access.Tenant)]
public sealed class SecurityModel(IMediator mediator, Frame frame) : ProfilePage(frame)
{
    public override string Tab => "Security";

    public string Email { get; private set; } = "";

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Email = (await mediator.Send(new GetMe(), ct))!.Person.Email;
    }
}
